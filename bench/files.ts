/**
 * What a file of each kind costs: `node bench/files.ts [FILE...]`.
 *
 * Without arguments: the fixtures of the reader, and a photograph of 12 million pixels as JPEG, the
 * same stored turned (EXIF orientation 6), within a PDF, and as HEIC where heif-enc (Debian's
 * libheif-examples) is installed. Each file has a process of its own, one thread. "First" is what
 * the first file of its kind costs, loading the models not included; "then" is the median of five
 * more. Times are the processor's, so that a busy machine does not count against the reader; memory
 * is the most that the process held.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { drawPhotograph } from './files/draw-photograph.ts';

type Cost = { pages: number; zones: number; firstMs: number; thenMs: number; decodeMs: number; peakMib: number };

const fixtures = fileURLToPath(new URL('../packages/reader-node/test/fixtures/', import.meta.url));
const repeats = 5;

async function measure(file: string): Promise<Cost> {
  const bytes = readFileSync(file);
  const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };
  const times: number[] = [];
  let reading: Awaited<ReturnType<typeof readPicture>> | undefined;
  for (let round = 0; round <= repeats; round++) {
    const before = process.cpuUsage();
    reading = await readPicture(bytes, tools, { today: '2026-11-23' });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const [firstMs = 0, ...then] = times;
  const share = reading ? reading.timing.decode_ms / reading.timing.total_ms : 0;
  const thenMs = then.sort((a, b) => a - b)[repeats >> 1] ?? 0;
  const peakMib = readPeakMib();
  return { pages: reading?.pages.length ?? 0, zones: reading?.zones.length ?? 0, firstMs, thenMs, decodeMs: thenMs * share, peakMib };
}

/**
 * The most memory that this process held. What getrusage says includes the process that started it,
 * and that one draws pictures.
 */
function readPeakMib(): number {
  if (platform() !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

function printTable(files: readonly string[]): void {
  process.stdout.write('| file | pages | zones | first ms | then ms | of it decoding | peak MiB |\n|---|---|---|---|---|---|---|\n');
  for (const file of files) {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', file], { encoding: 'utf8' });
    const { pages, zones, ...costs } = JSON.parse(output) as Cost;
    const cells = [basename(file), pages, zones, ...Object.values(costs).map(Math.round)];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

const files = process.argv.slice(2);
if (files[0] === '--one') {
  process.stdout.write(JSON.stringify(await measure(files[1] ?? '')));
} else if (files.length > 0) {
  printTable(files);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  try {
    const ofEachKind = readdirSync(fixtures).filter((name) => /\.(?!json|md)\w+$/.test(name));
    const photographs = Object.entries(await drawPhotograph()).map(([name, bytes]) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
    printTable([...ofEachKind.map((name) => join(fixtures, name)), ...photographs]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
