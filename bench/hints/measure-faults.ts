import type { Reading } from '@ocr-web/reader';
import type { GreyPlane } from '@ocr-web/reader/engine';
import { allRows } from '@ocr-web/reader/engine';
import { type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import type { LabelledPicture } from '../reader/labelled-picture.ts';
import { asDecoded } from './as-decoded.ts';
import { type Fault, faults } from './faults.ts';
import type { GoodPicture } from './good-picture.ts';
import { countOutcomes, type HintRow, isWellRead, type Outcome } from './hint-row.ts';
import { seedChance } from './seed-chance.ts';

export const today = '2026-11-23';

/**
 * Spoils every picture that reads well by one degree of each fault and counts the hints, fault by
 * fault.
 */
export async function measureFaults(
  pictures: readonly LabelledPicture[],
  tools: ReaderTools,
  report: (text: string) => void,
): Promise<HintRow[]> {
  const outcomes = new Map(faults.map((fault) => [fault, [] as Outcome[]]));
  let good = 0;
  for (const { file, bytes } of pictures) {
    const picture = await openGoodPicture(bytes, tools);
    if (!picture) continue;
    good++;
    for (const [index, fault] of faults.entries()) {
      const value = fault.values[good % fault.values.length] as number;
      const reading = await readPlane(fault.spoil({ ...picture, chance: seedChance(good * faults.length + index) }, value), tools);
      outcomes.get(fault)?.push({ reading, expected: fault.expected });
      report(describe(file, fault, value, reading));
    }
  }
  return faults.map((fault) => countOutcomes(fault.name, `${fault.condition} ${fault.values.join(', ')}`, outcomes.get(fault) ?? []));
}

/** Undefined when the picture does not read well as it is. */
async function openGoodPicture(bytes: Uint8Array, tools: ReaderTools): Promise<Omit<GoodPicture, 'chance'> | undefined> {
  const page = await (await tools.decodePicture(bytes)).openPage(0);
  const plane = allRows(await page.planeAtLeast(1));
  const reading = await readPlane(plane, tools);
  const [zone] = reading.zones;
  if (!zone || !isWellRead(reading)) return undefined;
  const [first] = zone.lineQuads;
  if (!first) return undefined;
  return { plane, lineQuads: zone.lineQuads, glyphHeight_px: Math.hypot(first[3].x - first[0].x, first[3].y - first[0].y) };
}

async function readPlane(plane: GreyPlane, tools: ReaderTools): Promise<Reading> {
  const decodePicture = () => Promise.resolve(asDecoded(plane));
  return await readPicture(new Uint8Array(), { ...tools, decodePicture }, { today });
}

function describe(file: string, { name, expected }: Fault, value: number, reading: Reading): string {
  const codes = reading.hints.map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
  const verdict = isWellRead(reading) ? 'read' : reading.hints.some(({ code }) => expected.includes(code)) ? 'right' : 'MISS';
  return [verdict, name, value, file, `confidence ${reading.zones[0]?.confidence.toFixed(2) ?? 'none'}`, codes.join(' ')].join('\t');
}
