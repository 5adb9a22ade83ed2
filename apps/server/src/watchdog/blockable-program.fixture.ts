// A program that starts the watchdog and then does what its argument says.
import { readSync, writeSync } from 'node:fs';
import { startWatchdog } from './start-watchdog.ts';

startWatchdog(500, (error) => process.stdout.write(`${error}\n`));

function spinForEver(): never {
  for (;;);
}

/** Native code that does not return, since nothing comes in: nothing can interrupt it. */
function waitInNativeCode(): void {
  readSync(0, Buffer.alloc(1));
}

/** Hangs as soon as nobody reads what is written, and leaves no room for another line. */
function fillStandardError(): void {
  writeSync(2, Buffer.alloc(16 * 1024 * 1024));
}

const behaviours: Readonly<Record<string, () => void>> = {
  spin: spinForEver,
  wait: waitInNativeCode,
  fill: fillStandardError,
  idle: () => setInterval(() => undefined, 10_000),
  end: () => undefined,
};

// Once the watchdog watches, and its first looks have found beats.
setTimeout(() => {
  process.stdout.write('ready\n');
  behaviours[process.argv[2]!]!();
}, 1000);
