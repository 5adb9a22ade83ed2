import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyzeTables, type StatementCost, type StatementStatistics } from '../../apps/server/test/servers/statement-statistics.ts';
import { testMasterKey } from '../../apps/server/test/test-keys.ts';
import type { Body } from '../harness/picture-bodies.ts';
import { processorTimeOf } from '../harness/process-figures.ts';
import { quantile } from '../harness/quantile.ts';
import { readByService } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import type { Client, startService } from '../harness/start-service.ts';

/** What the pictures so far cost. */
export type CountedSummary = {
  readonly pictures: number;
  readonly perSecond: number;
  /** Milliseconds from the POST to the answer, at the median. */
  readonly p50: number;
  /** Milliseconds of processor time a picture. */
  readonly mainMs: number;
  readonly serverMs: number;
  /** In all. */
  readonly commits: number;
  readonly walBytes: number;
  readonly statements: readonly StatementCost[];
};

/** A service whose statements are counted while it reads pictures. */
export type CountedService = {
  /** Lets so many clients send pictures, and counts what these cost. */
  readonly run: (clients: number, seconds: number) => Promise<void>;
  /** Forgets what was counted so far, and lets the server plan with tables that have rows. */
  readonly forget: () => Promise<void>;
  readonly summary: () => CountedSummary;
  readonly close: () => Promise<void>;
};

export type CountedServiceParts = {
  readonly bodies: readonly Body[];
  /** The process of the database server. */
  readonly serverPid: number;
  readonly statistics: StatementStatistics;
};

type Sums = { seconds: number; mainMs: number; serverMs: number; commits: number; walBytes: number };

const nothing: Sums = { seconds: 0, mainMs: 0, serverMs: 0, commits: 0, walBytes: 0 };

/** Starts the service of a checkout on a database of its own. */
export async function startCountedService(
  checkout: string,
  url: string,
  { bodies, serverPid, statistics }: CountedServiceParts,
): Promise<CountedService> {
  const address = pathToFileURL(join(checkout, 'bench/harness/start-service.ts')).href;
  const module = (await import(address)) as { startService: typeof startService };
  const service = await module.startService(2, '', { DATABASE_URL: url, OCR_WEB_MASTER_KEY: testMasterKey });
  const database = new URL(url).pathname.slice(1);
  const read = (at: number) => readByService(service.clients[at % service.clients.length] as Client, bodies[at % bodies.length] as Body);
  let latencies: number[] = [];
  let sums = { ...nothing };
  let statements = new Map<string, StatementCost>();
  const times = () => {
    const server = processorTimeOf(serverPid);
    return { mainMs: processorTimeOf(service.pid).main, serverMs: server.main + server.readers };
  };
  return {
    run: async (clients, seconds) => {
      await statistics.reset();
      const before = { ...times(), ...(await statistics.read(database)) };
      const loop = await runClosedLoop(clients, seconds, read);
      const after = { ...times(), ...(await statistics.read(database)) };
      latencies.push(...loop.latencies);
      sums.seconds += loop.seconds;
      for (const name of ['mainMs', 'serverMs', 'commits', 'walBytes'] as const) sums[name] += after[name] - before[name];
      for (const statement of after.statements) {
        const kind = kindOf(statement.text);
        statements.set(kind, add(statements.get(kind), statement));
      }
    },
    forget: async () => {
      await analyzeTables(url);
      latencies = [];
      sums = { ...nothing };
      statements = new Map();
    },
    summary: () => ({
      pictures: latencies.length,
      perSecond: latencies.length / sums.seconds,
      p50: quantile(latencies, 0.5),
      mainMs: sums.mainMs / latencies.length,
      serverMs: sums.serverMs / latencies.length,
      commits: sums.commits,
      walBytes: sums.walBytes,
      statements: [...statements.values()].sort((one, other) => other.calls - one.calls),
    }),
    close: service.close,
  };
}

/** The server shows constants of prepared statements, and hides those of others. */
function kindOf(text: string): string {
  return text.replaceAll(/'[^']*'|\$\d+|\b\d+\b/g, '?');
}

function add(known: StatementCost | undefined, { text, calls, planMs, executionMs }: StatementCost): StatementCost {
  return {
    text,
    calls: calls + (known?.calls ?? 0),
    planMs: planMs + (known?.planMs ?? 0),
    executionMs: executionMs + (known?.executionMs ?? 0),
  };
}
