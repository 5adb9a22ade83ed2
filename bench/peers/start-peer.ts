import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { About, Answer } from './answer.ts';
import type { PeerDefinition } from './peers.ts';
import { treeMemory_mib } from './tree-memory.ts';

/** A peer in a process of its own that lives through the whole run. */
export interface PeerProcess {
  readonly about: About;
  /** One question at a time. A peer that gives no answer in time is ended; `isOver` says so. */
  ask(path: string): Promise<{ readonly answer: Answer; readonly ms: number }>;
  readonly isOver: () => boolean;
  /** Most memory that it and the programs it starts held, looked at every 20 ms while it works. */
  readonly peakMemory_mib: () => number;
  close(): void;
}

const startMs = 120_000;
const answerMs = 60_000;
const sampleMs = 20;

/**
 * Starts a peer and waits until it is ready; rejects with the error that it printed when it is not.
 */
export async function startPeer({ name, command, args }: PeerDefinition): Promise<PeerProcess> {
  // A group of its own, so that the programs it starts end with it. Tesseract starts four threads,
  // which on few cores wait for each other: with one it takes half the time.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], detached: true, env });
  const complaint = collectComplaint(child.stderr);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdin?.on('error', () => undefined);
  const lines = createInterface({ input: child.stdio[3] as Readable })[Symbol.asyncIterator]();
  const nextLine = async (withinMs: number): Promise<string> => {
    const stop = new AbortController();
    const late = sleep(withinMs, undefined, { signal: stop.signal }).then(() =>
      Promise.reject(new Error(`no answer within ${withinMs} ms`)),
    );
    try {
      const { value, done } = await Promise.race([lines.next(), failed, late]);
      if (done) {
        // Not before all that it printed has arrived.
        await Promise.race([closed, late]);
        throw new Error(complaint() || `${name} ended`);
      }
      return value;
    } finally {
      stop.abort();
      late.catch(() => undefined);
    }
  };
  try {
    return connect(child, JSON.parse(await nextLine(startMs)) as About, nextLine);
  } catch (error) {
    end(child);
    throw error;
  }
}

function connect(child: ChildProcess, about: About, nextLine: (withinMs: number) => Promise<string>): PeerProcess {
  let peak = 0;
  let isOver = false;
  const look = (): void => {
    peak = Math.max(peak, treeMemory_mib(child.pid ?? 0));
  };
  const ask: PeerProcess['ask'] = async (picture) => {
    const sampling = setInterval(look, sampleMs);
    const start = performance.now();
    try {
      child.stdin?.write(`${JSON.stringify({ picture })}\n`);
      const answer = JSON.parse(await nextLine(answerMs)) as Answer;
      return { answer, ms: performance.now() - start };
    } catch (error) {
      isOver = true;
      end(child);
      return { answer: { lines: [], refused: String(error) }, ms: performance.now() - start };
    } finally {
      clearInterval(sampling);
      look();
    }
  };
  return { about, ask, isOver: () => isOver, peakMemory_mib: () => peak, close: () => end(child) };
}

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * The line of what it printed that says what went wrong: the last with an error's name, else the
 * last.
 */
function collectComplaint(stream: Readable | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-4000);
  });
  return () => {
    const lines = text.trim().split('\n');
    return lines.findLast((line) => /Error\b.*:/.test(line)) ?? lines.at(-1) ?? '';
  };
}
