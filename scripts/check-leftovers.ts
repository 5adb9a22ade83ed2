/**
 * Whether the tests tidied up: `node scripts/check-leftovers.ts FOLDER`, with the folder that was
 * their TMPDIR. Fails, and names it, where something lies in there or a process still runs that was
 * started from this repository or works in that folder (Linux).
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What programs keep for their next run, or write wherever they run; no test makes them. */
const kept = [
  // Node's own, and that of tools that ask for it.
  'node-compile-cache',
  // onnxruntime's, in each process that loads it.
  '.ses',
  /^mat-debug-\d+\.log$/,
  // Chromium's, which it does not always take away when it is closed.
  /^org\.chromium\.Chromium\.\w+$/,
  // PulseAudio's, where a browser asks it for sound.
  /^pulse-\w+$/,
];

const root = join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder was the TMPDIR of the tests?');

const isKept = (name: string) => kept.some((one) => (typeof one === 'string' ? one === name : one.test(name)));
const files = readdirSync(folder).filter((name) => !isKept(name));
const processes = listProcesses().filter(({ pid, command, place }) => !isAncestor(pid) && isOurs(command, place));
for (const name of files) process.stdout.write(`left behind: ${join(folder, name)}\n`);
for (const { pid, command } of processes) process.stdout.write(`still running: ${pid} ${command}\n`);
process.exitCode = files.length + processes.length > 0 ? 1 : 0;

type Running = { readonly pid: number; readonly command: string; readonly place: string };

function listProcesses(): Running[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .map((pid) => ({ pid, command: read(pid, 'cmdline').replaceAll('\0', ' ').trim(), place: placeOf(pid) }));
}

/** By what it works in, or by what its arguments name. */
function isOurs(command: string, place: string): boolean {
  return [`${root}/`, `${folder}/`].some((start) => `${place}/`.startsWith(start) || command.includes(start));
}

/** This process, and the shells and runs that it was started by. */
function isAncestor(pid: number): boolean {
  for (let one = process.pid; one > 1; one = Number(/^PPid:\s+(\d+)/m.exec(read(one, 'status'))?.[1] ?? 0)) if (one === pid) return true;
  return false;
}

function placeOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
}
