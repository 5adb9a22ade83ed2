/**
 * Has a real reader read barcodes of whatever content, and damaged ones: `node
 * scripts/fuzz/fuzz-barcodes.ts [--count 50] [--seed 1]`. `--count` is for each kind. Each symbol
 * holds a standard's text that was mutated, or random bytes; half of them are damaged, by noise,
 * stripes or a hole. Prints a table; exits with 1 when a reader crashed, failed in an unforeseen
 * way or got stuck. The same seed makes the same inputs.
 */
import { parseArgs } from 'node:util';
import { openReaderPool } from '@ocr-web/reader-node';
import sharp from 'sharp';
import { composeAamva, virginia2020 } from '../../packages/reader/test/barcodes/aamva-specimens.ts';
import { createRandom, type Random } from '../../packages/reader/test/structures/random.ts';
import { drawBarcode, drawCardWith } from '../../packages/reader-node/test/draw-barcode.ts';
import { feedPool, type Outcome } from './decoders/feed-pool.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } } });
const [count, firstSeed] = [Number(values.count), Number(values.seed)];
const findings: readonly Outcome[] = ['crashed', 'unforeseen', 'stuck'];
const deadlineMs = 10_000;

/** How many bytes a symbol of each kind takes here. */
const kinds = { PDF417: 600, QRCode: 1500, Aztec: 900, DataMatrix: 900, Code39: 24, Code128: 40 } as const;
type Kind = keyof typeof kinds;

const texts = [
  virginia2020,
  composeAamva('604428', 1, [{ type: 'ID', elements: ['DAASPECIMEN,ANNA', 'DBK000000000'] }]),
  'DC04FR000001FFFF23DC2801FR432,75',
  'RSSMRA80A01H501U',
];

const pool = await openReaderPool({ size: 1, deadlineMs });
const withBarcodes = { read: (bytes: Uint8Array) => pool.read(bytes, { barcodes: true }) };
const rows: Record<string, Partial<Record<Outcome, number>> & { 'slowest, ms': number }> = {};
let failed = 0;
for (const kind of Object.keys(kinds) as Kind[]) {
  rows[kind] = { 'slowest, ms': 0 };
  for (let index = 0; index < count; index++) {
    const seed = firstSeed + index;
    const picture = await drawSymbol(kind, createRandom(seed));
    // A text that a kind cannot hold makes no symbol.
    if (!picture) continue;
    const { outcome, milliseconds, detail } = await feedPool(withBarcodes, picture, deadlineMs + 30_000);
    rows[kind][outcome] = (rows[kind][outcome] ?? 0) + 1;
    rows[kind]['slowest, ms'] = Math.max(rows[kind]['slowest, ms'], Math.round(milliseconds));
    if (!findings.includes(outcome)) continue;
    failed++;
    console.error(`${kind}, seed ${seed}: ${outcome}. ${detail}`);
  }
}
await pool.close();
console.table(rows);
process.exitCode = failed > 0 ? 1 : 0;

async function drawSymbol(kind: Kind, random: Random): Promise<Buffer | undefined> {
  const isLinear = kind === 'Code39' || kind === 'Code128';
  const content = isLinear ? randomText(random, kinds[kind]) : randomContent(random, kinds[kind]);
  const size = isLinear ? { width: 900, height: 90 } : { width: 560 };
  const symbol = await drawBarcode(content, kind, size).catch(() => undefined);
  if (!symbol) return undefined;
  return await drawCardWith(random.below(2) === 0 ? symbol : await damage(symbol, random));
}

function randomContent(random: Random, most: number): string | Uint8Array {
  if (random.below(5) < 2) return random.bytes(1 + random.below(most));
  const text = random.pick(texts);
  const at = random.below(text.length);
  return (text.slice(0, at) + randomText(random, 12) + text.slice(at + random.below(6))).slice(0, most);
}

function randomText(random: Random, most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => String.fromCharCode(48 + random.below(43))).join('');
}

/** Noise all over, a stripe, or a hole. */
async function damage(symbol: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(symbol).greyscale().raw().toBuffer({ resolveWithObject: true });
  const kind = random.pick(['noise', 'stripe', 'hole'] as const);
  const [value, from, height] = [random.below(256), random.below(info.height), 1 + random.below(info.height / 3)];
  for (let at = 0; at < data.length; at++) {
    const row = Math.floor(at / info.width);
    const isInside = row >= from && row < from + height && (kind === 'stripe' || at % info.width < info.width / 3);
    if (kind === 'noise' ? random.below(12) === 0 : isInside) data[at] = kind === 'noise' ? random.below(256) : value;
  }
  return await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer();
}
