import { Presets, SingleBar } from 'cli-progress';
import type { Output } from '../terminal.ts';

/** Work that ends sooner shows no bar, milliseconds. */
const delayMs = 500;

/** Shows a progress bar for long work, if wanted and only on a terminal. */
export function startProgress(output: Output, total: number, isWanted: boolean): { step(): void; stop(): void } {
  if (!output.isTTY || !isWanted) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { stream: output, format: '{bar} {value}/{total} pictures, {eta_formatted} left', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let done = 0;
  const timer = setTimeout(() => bar.start(total, done), delayMs);
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
