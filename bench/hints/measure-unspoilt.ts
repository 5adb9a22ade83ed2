import { type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import type { LabelledPicture } from '../reader/labelled-picture.ts';
import { countOutcomes, type HintRow, isWellRead, type Outcome } from './hint-row.ts';
import { today } from './measure-faults.ts';

/**
 * Good pictures: those that are not well read should get a hint only where something is wrong with
 * them.
 */
export function measureGood(pictures: readonly LabelledPicture[], tools: ReaderTools, report: (text: string) => void): Promise<HintRow> {
  return measureKind('as drawn', pictures, [], tools, report);
}

/** Pictures without a zone. */
export function measureOtherSides(
  pictures: readonly LabelledPicture[],
  tools: ReaderTools,
  report: (text: string) => void,
): Promise<HintRow> {
  return measureKind('no zone', pictures, ['no_mrz'], tools, report);
}

async function measureKind(
  kind: string,
  pictures: readonly LabelledPicture[],
  expected: Outcome['expected'],
  tools: ReaderTools,
  report: (text: string) => void,
): Promise<HintRow> {
  const outcomes: Outcome[] = [];
  for (const { file, bytes } of pictures) {
    const reading = await readPicture(bytes, tools, { today });
    outcomes.push({ reading, expected });
    const codes = reading.hints.map(({ code }) => code);
    report([isWellRead(reading) ? 'read' : '', kind, file, reading.zones[0]?.confidence.toFixed(2) ?? 'none', codes.join(' ')].join('\t'));
  }
  return countOutcomes(kind, null, outcomes);
}
