/**
 * General readers of text and ours on what is printed for people: `node bench/peers/print.ts
 * --pictures FOLDER --labels FILE [--limit 25] [--python PATH] [--languages eng] [--write]`.
 *
 * `FILE` is a list of `{ "file", "fields", "also", "iso", "tolerated" }`. All get the same pictures
 * in turns; of every n-th so many are taken that `--limit` is kept, for a general reader takes
 * seconds of processor time. What the peers read goes through our rules for fields, with the zone
 * that our reader read, so that only the reading of text differs. Prints a table; `--write` puts it
 * into bench/baseline/peers-print.json and docs/peers.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFields } from '@ocr-web/reader/engine';
import { openReaderPool } from '@ocr-web/reader-node';
import { describeMachine } from '../page/describe-machine.ts';
import { emptyTally, judge, type PrintLabel, type SaidValues } from './print/judge-values.ts';
import type { PrintResult, PrintRow } from './print/print-result.ts';
import { renderPrint } from './print/render-print.ts';
import { type TextBox, toReadings } from './print/text-box.ts';
import { type PeerProcess, startPeer } from './start-peer.ts';
import { writePeersPage } from './write-peers-page.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string' },
    labels: { type: 'string' },
    limit: { type: 'string', default: '25' },
    python: { type: 'string', default: join(import.meta.dirname, '.venv/bin/python') },
    languages: { type: 'string', default: 'eng' },
    write: { type: 'boolean', default: false },
  },
});
const { pictures, labels: labelsFile, python } = options;
if (pictures === undefined || labelsFile === undefined) throw new Error('Name --pictures FOLDER and --labels FILE.');
const today = new Date().toISOString().slice(0, 10);
const adapter = (file: string) => join(import.meta.dirname, 'adapters', file);

const all = JSON.parse(readFileSync(labelsFile, 'utf8')) as PrintLabel[];
const step = Math.max(1, Math.floor(all.length / Number(options.limit)));
const labels = all.filter((_, index) => index % step === 0).slice(0, Number(options.limit));

const pool = await openReaderPool({ size: 1 });
const peers = await Promise.all([
  startPeer({ name: 'RapidOCR', command: python, args: [adapter('rapidocr_print_peer.py')] }),
  startPeer({ name: 'Tesseract', command: python, args: [adapter('tesseract_print_peer.py'), options.languages] }),
]);
const names = ['RapidOCR', 'Tesseract'];
const tallies = [emptyTally(), ...peers.map(emptyTally)];
const times: number[][] = tallies.map(() => []);

// A first look that does not count has each of them load what it needs.
const first = join(pictures, labels[0]!.file);
await pool.read(readFileSync(first), { visual: true });
for (const peer of peers) await peer.ask(first);

for (const [index, label] of labels.entries()) {
  const path = join(pictures, label.file);
  const startedAt = performance.now();
  const reading = await pool.read(readFileSync(path), { visual: true });
  times[0]!.push(performance.now() - startedAt);
  judge(label, reading.visual?.[0]?.fields ?? {}, tallies[0]!);
  for (const [turn, peer] of peers.entries()) {
    const { said, ms } = await askForPrint(peer, path, reading.zones[0]?.document);
    times[turn + 1]!.push(ms);
    judge(label, said, tallies[turn + 1]!);
  }
  process.stderr.write(`\r${index + 1} of ${labels.length}`);
}
process.stderr.write('\n');
for (const peer of peers) peer.close();
await pool.close();

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
const abouts = [{ version, licence: 'MIT' }, ...peers.map(({ about }) => about)];
const rows: PrintRow[] = tallies.map((tally, index) => {
  const sorted = times[index]!.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { name: index === 0 ? 'ocr-web' : names[index - 1]!, ...abouts[index]!, ...tally, p50_ms: at(0.5), p95_ms: at(0.95) };
});
const result: PrintResult = { pictures: labels.length, of: all.length, date: today, machine: describeMachine(), rows };
console.log(renderPrint(result));
if (options.write) {
  writeFileSync(join(import.meta.dirname, '../baseline/peers-print.json'), `${JSON.stringify(result, null, 2)}\n`);
  writePeersPage();
}

/** What our rules find in the lines that a peer read. */
async function askForPrint(peer: PeerProcess, path: string, document: Parameters<typeof findFields>[0]) {
  const { answer, ms } = await peer.ask(path);
  const { values } = findFields(document, toReadings(answer.lines as unknown as TextBox[]), today);
  const said: SaidValues = values;
  return { said, ms };
}
