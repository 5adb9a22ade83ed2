import { Presets, SingleBar } from 'cli-progress';
import type { Output } from '../terminal.ts';

/** Work that is done before this needs no bar, milliseconds. */
const patienceMs = 500;

/** Shows how far long work is, on a terminal only and where it is wanted. */
export function startProgress(output: Output, total: number, isWanted: boolean): { step(): void; stop(): void } {
  if (!output.isTTY || !isWanted) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { stream: output, format: '{bar} {value}/{total} pictures, {eta_formatted} left', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let done = 0;
  const timer = setTimeout(() => bar.start(total, done), patienceMs);
  return {
    step: () => {
      done++;
      if (bar.isActive) bar.update(done);
    },
    stop: () => {
      clearTimeout(timer);
      if (bar.isActive) bar.stop();
    },
  };
}
