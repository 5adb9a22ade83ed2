import { setTimeout } from 'node:timers/promises';
import type { Random } from '../../../../packages/reader/test/structures/random.ts';
import { childrenOf } from '../../acceptance/children-of.ts';
import type { PostgresServer } from '../../test/servers/postgres-server.ts';
import type { S3Gateway } from '../../test/servers/start-s3-gateway.ts';
import { killTree, processTree, type RunningProcess } from './keep-running.ts';
import { signalProcesses } from './signal-processes.ts';

/** Something that goes wrong, and is over when this resolves. */
export type Fault = { readonly name: string; readonly strike: (random: Random) => Promise<void> };

/** Longest time that something stands still or is gone, milliseconds. */
const maxFrozenMs = 20_000;
const maxGoneMs = 5000;

/** What happens to processes of the service. */
export function processFaults(kind: string, processes: readonly RunningProcess[]): Fault[] {
  const fault = (name: string, harm: (supervisor: number, random: Random) => unknown): Fault => ({
    name: `${kind} ${name}`,
    strike: async (random) => {
      const supervisor = random.pick(processes).supervisor();
      if (supervisor !== undefined) await harm(supervisor, random);
    },
  });
  return [
    fault('killed', killTree),
    fault('killed under its supervisor', (supervisor) => {
      const { service } = processTree(supervisor);
      if (service !== undefined) signalProcesses([service], 'SIGKILL');
    }),
    fault('told to stop', (supervisor) => signalProcesses([supervisor], 'SIGTERM')),
    fault('frozen', (supervisor, random) => freeze(processTree(supervisor).all, random)),
    fault('without a reader', (supervisor, random) => {
      const { readers } = processTree(supervisor);
      if (readers.length > 0) signalProcesses([random.pick(readers)], 'SIGKILL');
    }),
  ];
}

/** What happens to the database server. */
export function databaseFaults(server: PostgresServer): Fault[] {
  const processes = () => [server.pid(), ...childrenOf(server.pid())];
  return [
    {
      name: 'database killed',
      strike: async (random) => {
        signalProcesses(processes(), 'SIGKILL');
        await setTimeout(random.below(maxGoneMs));
        await untilDone(server.start);
      },
    },
    {
      // What clients see of a failover: every connection is cut off, and new ones are refused.
      name: 'database restarted',
      strike: async (random) => {
        server.stop('fast');
        await setTimeout(random.below(maxGoneMs));
        await untilDone(server.start);
      },
    },
    { name: 'database frozen', strike: (random) => freeze(processes(), random) },
  ];
}

/** What happens to the store's gateway. */
export function storeFaults(gateway: S3Gateway): Fault[] {
  return [
    {
      name: 'store killed',
      strike: async (random) => {
        signalProcesses([gateway.pid()], 'SIGKILL');
        await setTimeout(random.below(maxGoneMs));
        await untilDone(gateway.start);
      },
    },
    { name: 'store frozen', strike: (random) => freeze([gateway.pid()], random) },
  ];
}

async function freeze(pids: readonly number[], random: Random): Promise<void> {
  signalProcesses(pids, 'SIGSTOP');
  await setTimeout(random.below(maxFrozenMs));
  signalProcesses(pids, 'SIGCONT');
}

/** A server that was killed may need a moment until its memory and its port are free. */
async function untilDone(start: () => void): Promise<void> {
  for (let tries = 60; ; tries -= 1) {
    try {
      return start();
    } catch (error) {
      if (tries === 0) throw error;
      await setTimeout(500);
    }
  }
}
