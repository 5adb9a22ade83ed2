// The watching thread. It shares nothing with the watched one but a number, so that it goes on when
// that one hangs.
import { write } from 'node:fs';
import { setInterval, setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { workerData } from 'node:worker_threads';
import { formatLogLine } from '../observability/format-log-line.ts';
import { readMainThreadStack } from './read-main-thread-stack.ts';
import { beatMs, type WatchdogInput } from './watchdog-beat.ts';

/**
 * Longest time for the stack, and for the line: a thread in native code cannot be asked, and nobody
 * may be reading standard error.
 */
const lastWordsMs = 1000;

const { beats, maxBlockedMs } = workerData as WatchdogInput;
const blockedMs = await waitUntilBlocked();
const stack = await readMainThreadStack(lastWordsMs);
const line = formatLogLine(
  'fatal',
  { blockedMs, stack: stack ?? 'not to be had: the thread is in native code' },
  'the event loop is blocked',
);
// In the thread pool: a full pipe would hold a synchronous write for ever.
await Promise.race([promisify(write)(2, line).catch(() => undefined), setTimeout(lastWordsMs)]);
process.kill(process.pid, 'SIGKILL');

/**
 * Looks are counted instead of time: when the whole process was suspended, this thread was too, and
 * comes to one late look only.
 *
 * @returns for how long no beat has come, milliseconds
 */
async function waitUntilBlocked(): Promise<number> {
  let seen = Atomics.load(beats, 0);
  let lateLooks = 0;
  for await (const _ of setInterval(beatMs)) {
    const beat = Atomics.load(beats, 0);
    lateLooks = beat === seen ? lateLooks + 1 : 0;
    seen = beat;
    if (lateLooks > 1 && lateLooks * beatMs >= maxBlockedMs) break;
  }
  return lateLooks * beatMs;
}
