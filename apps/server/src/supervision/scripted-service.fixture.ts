// A service that does what its environment says, one word for each of its runs.
import { appendFileSync, readFileSync } from 'node:fs';
import { connectToSupervisor } from './connect-to-supervisor.ts';
import { diskFullExitCode } from './disk-full-exit-code.ts';

const { SCRIPT = '', RECORD = '', OCR_WEB_PORT = '', MALLOC_ARENA_MAX = '' } = process.env;
const supervisor = connectToSupervisor();
appendFileSync(RECORD, `${process.pid} port ${OCR_WEB_PORT} heaps ${MALLOC_ARENA_MAX}\n`);
const run = readFileSync(RECORD, 'utf8').split('\n').length - 2;
const word = SCRIPT.split(' ')[run] ?? 'stay';

const stay = () => setInterval(() => undefined, 10_000);
const behaviours: Readonly<Record<string, () => void>> = {
  'refuse-to-start': () => process.exit(1),
  'disk-full': () => process.exit(diskFullExitCode),
  'die-at-start': () => process.kill(process.pid, 'SIGKILL'),
  fault: () => {
    supervisor.reportReady(4711);
    process.exit(1);
  },
  die: () => {
    supervisor.reportReady(4711);
    setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  },
  end: () => supervisor.reportReady(4711),
  stay: () => {
    process.on('SIGTERM', () => process.exit(0));
    supervisor.reportReady(4711);
    stay();
  },
  'ignore-signals': () => {
    process.on('SIGTERM', () => undefined);
    process.on('SIGINT', () => undefined);
    supervisor.reportReady(4711);
    stay();
  },
};
behaviours[word]!();
process.stdout.write('up\n');
