import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Body } from '../harness/picture-bodies.ts';
import { processesOf } from '../harness/process-figures.ts';
import { readByService } from '../harness/read-by-service.ts';
import { runClosedLoop } from '../harness/run-closed-loop.ts';
import { type Service, startService } from '../harness/start-service.ts';
import { startTracer } from './start-tracer.ts';
import { statementsFile } from './statements-file.ts';

/**
 * What a scan costs the disk and the database. Null where it cannot be counted: without strace, or
 * from a service that publishes no statements.
 */
export type DiskCost = { readonly clients: number; readonly fsyncs: number | null; readonly statements: number | null };

/**
 * Counts calls of fsync and fdatasync, and statements, while so many clients send pictures, in a
 * service of its own: whoever is watched is slow. What the service does by itself in that time is
 * counted too.
 */
export async function measureDisk(readers: number, bodies: readonly Body[], clients: number, seconds: number): Promise<DiskCost> {
  const preload = new URL('./count-statements.ts', import.meta.url).href;
  const service = await startService(readers, `--import=${preload}`);
  try {
    const statementsBefore = await countStatements(service);
    const tracer = await startTracer(processesOf(service.pid).main);
    const read = (at: number) => readByService(service.clients[0], bodies[at % bodies.length] as Body);
    const scans = (await runClosedLoop(clients, seconds, read)).latencies.length;
    const calls = await tracer?.stop();
    const statements = (await countStatements(service)) - statementsBefore;
    return { clients, fsyncs: calls === undefined ? null : calls / scans, statements: statements > 0 ? statements / scans : null };
  } finally {
    await service.close();
  }
}

async function countStatements({ pid, dataDirectory }: Service): Promise<number> {
  const counts = processesOf(pid)
    .main.filter(isCounting)
    .map(async (member) => {
      const path = join(dataDirectory, `${statementsFile}-${member}`);
      rmSync(path, { force: true });
      process.kill(member, 'SIGUSR2');
      while (!(existsSync(path) && readFileSync(path, 'utf8').endsWith('\n'))) await setTimeout(10);
      return Number(readFileSync(path, 'utf8'));
    });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** The signal would end a process that did not load the counter. */
function isCounting(pid: number): boolean {
  return readFileSync(`/proc/${pid}/environ`, 'utf8').includes('count-statements');
}
