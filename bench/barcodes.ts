/**
 * How fine and how far turned barcodes are read, and what looking for them costs:
 * `node bench/barcodes.ts [--write]`. Symbols of six kinds are drawn onto a card of 1200 x 760
 * pixels, which is turned and put slightly out of focus. Prints a table by the width of the
 * narrowest bar; `--write` puts the figures into bench/baseline/barcodes.json.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPictureDecoder, createScratch, loadBarcodeScanner, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { virginia2020 } from '../packages/reader/test/barcodes/aamva-specimens.ts';
import { drawBarcode, drawCardWith } from '../packages/reader-node/test/draw-barcode.ts';
import { renderTable } from './page/render-table.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const scan = await loadBarcodeScanner();
const tools = {
  decodePicture: createPictureDecoder({ maxPixels: 50_000_000 }),
  models: await loadModels(),
  loadBarcodeScanner: () => Promise.resolve(scan),
  scratch: createScratch(),
};
const today = '2026-11-29';

/** How many bars or modules a symbol with this text is wide, with its margins. */
const symbols = [
  { format: 'PDF417', text: virginia2020, modules: 226 },
  { format: 'QRCode', text: 'SPECIMEN 0123456789', modules: 29 },
  { format: 'Aztec', text: 'SPECIMEN 0123456789', modules: 19 },
  { format: 'DataMatrix', text: 'DC04FR000001FFFF23DC2801FR', modules: 22 },
  { format: 'Code39', text: 'RSSMRA80A01H501U', modules: 253 },
  { format: 'Code128', text: 'UTO-0123456789', modules: 165 },
] as const;
const widths_px = [1.5, 2, 2.5, 3, 4];
const photos = [0, 4, 12, 27, 45, 70, 90].map((degrees) => ({ degrees, blur: 0.6 }));

/** Milliseconds of processor time that a reading takes. */
async function measure(picture: Buffer, barcodes: boolean): Promise<{ readonly ms: number; readonly found: readonly string[] }> {
  const before = process.cpuUsage();
  const reading = await readPicture(picture, tools, { today, barcodes });
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, found: (reading.barcodes ?? []).map(({ text = '' }) => text) };
}

const rows: Record<string, Record<string, string>> = {};
for (const { format, text, modules } of symbols) {
  rows[format] = {};
  for (const width of widths_px) {
    // Wider than the card, it is no barcode of it.
    if (modules * width > 1080) continue;
    const isLinear = format === 'Code39' || format === 'Code128';
    const symbol = await drawBarcode(text, format, { width: Math.round(modules * width), ...(isLinear && { height: 90 }) });
    let read = 0;
    for (const photo of photos) if ((await measure(await drawCardWith(symbol, photo), true)).found.includes(text)) read++;
    rows[format][width] = `${read} of ${photos.length}`;
  }
}
const table = renderTable(
  ['', ...widths_px.map((width) => `${width} px`)],
  Object.entries(rows).map(([format, row]) => [format, ...widths_px.map((width) => row[width] ?? '–')]),
);
console.log(table);

const fixtures = join(import.meta.dirname, '../packages/reader-node/test/fixtures/visual');
const costs: number[] = [];
for (const name of readdirSync(fixtures).filter((file) => file.endsWith('.jpg'))) {
  const picture = readFileSync(join(fixtures, name));
  await measure(picture, true);
  for (let round = 0; round < 9; round++) costs.push((await measure(picture, true)).ms - (await measure(picture, false)).ms);
}
const cost_ms = Math.round(costs.sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0);
console.log(`A page without barcodes, processor time beside the reading of its zone: ${cost_ms} ms (median)`);
if (values.write) writeFileSync(join(import.meta.dirname, 'baseline/barcodes.json'), `${JSON.stringify({ rows, cost_ms }, null, 2)}\n`);
