import { parseMrz, scoreDocument } from '@ocr-web/mrz';
import { decodeGreedily } from '../recognise/decode-greedily.ts';
import type { LineColumns } from '../recognise/line-columns.ts';
import type { InterpretedZone } from './interpreted-zone.ts';

/** What no known format fits is still a zone when its lines are as long as zones' lines are, and hold the filler. */
const leastLength = 24;
const leastConfidence = 0.5;

/** The lines as they read by themselves, for zones of unknown formats; undefined when they are rather some other print. */
export function readFreely(columns: readonly LineColumns[], options: { readonly today: string }): InterpretedZone | undefined {
  const readings = columns.map((line, strip) => ({ ...decodeGreedily(line), strip })).filter(({ text }) => text.length >= leastLength);
  const lines = readings.map(({ text }) => text);
  const confidence = readings.reduce((least, one) => Math.min(least, one.confidence), 1);
  if (confidence < leastConfidence || !lines.some((text) => text.includes('<<'))) return undefined;
  const document = parseMrz(lines, options);
  const characters = readings.map((line) =>
    [...line.text].map((character) => ({ character, confidence: line.confidence, alternatives: [] })),
  );
  const interpretation = { document, lines, characters, repairs: [], confidence, score: scoreDocument(document, confidence) };
  return { interpretation, strips: readings.map(({ strip }) => strip), spans: readings.map(() => undefined) };
}
