import { parseMrz, scoreDocument } from '@ocr-web/mrz';
import type { Interpretation } from '../reading.ts';
import { decodeGreedily } from '../recognise/decode-greedily.ts';
import type { LineColumns } from '../recognise/line-columns.ts';

/**
 * Decides what the lines of a zone say.
 *
 * @param today ISO date, for centuries and expiry
 * @returns undefined when the lines are no machine readable zone
 */
export function interpretLines(columns: readonly LineColumns[], { today }: { readonly today: string }): Interpretation | undefined {
  const readings = columns.map(decodeGreedily).filter(({ text }) => text !== '');
  if (readings.length === 0) return undefined;
  const lines = readings.map(({ text }) => text);
  const confidence = Math.min(...readings.map((reading) => reading.confidence));
  const document = parseMrz(lines, { today });
  const characters = readings.map(({ text, confidence }) => [...text].map((character) => ({ character, confidence, alternatives: [] })));
  return { document, lines, characters, repairs: [], confidence, score: scoreDocument(document, confidence) };
}
