/**
 * What the supervisor and the watchdog cost: `node bench/supervision.ts [--seconds N]`.
 *
 * Starts an idle program of Node, the same with a watchdog, and `ocr-web serve` on an empty folder.
 * Prints their resident memory, the part of it that nobody shares, and the processor time that each
 * takes in a minute without work (looked at for N seconds, 60 unless said otherwise). From /proc,
 * so Linux only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(options.seconds);
/** Linux counts processor time in hundredths of a second. */
const millisecondsPerTick = 10;

const watchdog = new URL('../apps/server/src/watchdog/start-watchdog.ts', import.meta.url).href;
const idle = "setInterval(() => undefined, 1e6); process.stdout.write('up');";
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-supervision-'));
const service = { OCR_WEB_PORT: '0', OCR_WEB_DATA_DIR: folder, OCR_WEB_READER_PROCESSES: '1', OCR_WEB_LOG_LEVEL: 'silent' };

const programs: readonly (readonly [string, ChildProcess])[] = [
  ['an idle program', start(['--eval', idle])],
  ['the same, types stripped', start(['--input-type=module-typescript', '--eval', `const nothing: undefined = undefined; ${idle}`])],
  [
    'the same with a watchdog',
    start(['--input-type=module-typescript', '--eval', `(await import('${watchdog}')).startWatchdog(10_000, console.error); ${idle}`]),
  ],
  [
    'the supervisor of ocr-web serve',
    start([fileURLToPath(new URL('../packages/cli/bin/ocr-web.mjs', import.meta.url)), 'serve'], service),
  ],
];
await Promise.all(programs.map(([, { stdout }]) => once(stdout!, 'data')));
await setTimeout(5000);
const before = programs.map(([, { pid }]) => readProcessorMs(pid!));
await setTimeout(seconds * 1000);
const rows = programs.map(([name, { pid }], index) => {
  const perMinute = ((readProcessorMs(pid!) - before[index]!) * 60) / seconds;
  return [name, readMemoryMib(pid!, 'Rss'), readMemoryMib(pid!, 'Private_Dirty'), perMinute.toFixed(0)];
});
process.stdout.write(renderTable(['process', 'resident, MiB', 'unshared, MiB', 'processor, ms a minute'], rows));
for (const [, program] of programs) program.kill('SIGTERM');
await Promise.all(programs.map(([, program]) => once(program, 'close')));
rmSync(folder, { recursive: true });

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

function readProcessorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

function readMemoryMib(pid: number, name: string): string {
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return (Number(kib) / 1024).toFixed(0);
}
