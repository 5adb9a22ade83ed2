import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DecodePicture, findSignature } from '@ocr-web/reader/engine';
import { type Box, boxOf, median, overlapOf } from './boxes.ts';

/** A page of a set: its portrait, and the signature with the place that it was drawn in. */
type DrawnPage = { readonly file: string; readonly portrait: Box; readonly place: string | null; readonly signature: Box | null };

/** What was found on the pages whose signature stands in one place, or that have none. */
type SignatureRow = { asked: number; found: number; wrong: number; overlaps: number[]; ms: number[] };

/** A signature is found where so much of both boxes is common. */
const minOverlap = 0.5;

/** Reads the pages of a folder with `labels.json`; rows by the place of the signature. */
export async function measureSignatures(folder: string, decodePicture: DecodePicture): Promise<ReadonlyMap<string, SignatureRow>> {
  const rows = new Map<string, SignatureRow>();
  for (const page of JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as readonly DrawnPage[]) {
    const name = page.place ?? 'no signature';
    const row = rows.get(name) ?? { asked: 0, found: 0, wrong: 0, overlaps: [], ms: [] };
    rows.set(name, row);
    await measurePage(row, page, readFileSync(join(folder, page.file)), decodePicture);
  }
  return rows;
}

async function measurePage(row: SignatureRow, { portrait, signature }: DrawnPage, bytes: Uint8Array, decode: DecodePicture): Promise<void> {
  const picture = await decode(bytes);
  const planes = await picture.openPage(0);
  await planes.planeAtLeast(1);
  const start = process.cpuUsage();
  const given = await findSignature(planes, { portrait: cornersOf(portrait) });
  const { user, system } = process.cpuUsage(start);
  picture.close();
  row.asked++;
  row.ms.push((user + system) / 1000);
  const overlap = given && signature ? overlapOf(boxOf(given), signature) : 0;
  if (overlap >= minOverlap) row.overlaps.push(overlap);
  if (given ? overlap >= minOverlap : !signature) row.found++;
  else if (given) row.wrong++;
}

function cornersOf([left, top, right, bottom]: Box): Parameters<typeof findSignature>[1]['portrait'] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The rows as a table in Markdown. */
export function renderSignatures(rows: ReadonlyMap<string, SignatureRow>): string {
  const heads = ['signature', 'pages', 'right', 'wrong', 'overlap (median)', 'ms of processor time (median)'];
  const lines = [...rows].map(([name, { asked, found, wrong, overlaps, ms }]) => {
    const overlap = overlaps.length > 0 ? median(overlaps).toFixed(2) : '–';
    return [name, asked, found, wrong, overlap, median(ms).toFixed(0)];
  });
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
