import { type MrzDocument, parseMrz, scoreDocument } from '@ocr-web/mrz';
import type { Interpretation } from '../../reading.ts';
import { decodeGreedily } from '../recognise/decode-greedily.ts';
import type { LineColumns } from '../recognise/line-columns.ts';
import { calibrate } from './calibrate.ts';
import { hypothesiseFormats } from './hypothesise-formats.ts';
import { listCandidates, weighCandidates } from './list-candidates.ts';
import { listRepairs } from './list-repairs.ts';
import { measureSpan, type TextSpan } from './measure-span.ts';
import { readCharacters } from './read-characters.ts';

/** What a zone says, and where each line was read: a zone may have been traced with a line of other print. */
export type InterpretedZone = {
  readonly interpretation: Interpretation;
  /** Index of the strip of each line. */
  readonly strips: readonly number[];
  /** Where in its strip the text of each line lies; undefined where its characters were not placed. */
  readonly spans: readonly (TextSpan | undefined)[];
};

/** Lines whose characters are less probable than this on average, and of which no check digit holds, are not a zone that can be read. */
const leastMeanConfidence = 0.6;
/** What no known format fits is still a zone when its lines are as long as zones' lines are, and hold the filler. */
const leastLength = 24;
const leastConfidence = 0.5;

/**
 * The most probable document on the strips of a zone: formats, allowed characters and check digits weighed against what each character
 * looks like. Undefined when the lines do not read like a machine readable zone.
 *
 * @param options.today ISO date, for the century of dates
 */
export function interpretLines(columns: readonly LineColumns[], options: { readonly today: string }): InterpretedZone | undefined {
  const weighed = weighCandidates(listCandidates(hypothesiseFormats(columns)));
  const best = weighed[0];
  if (best === undefined) return readFreely(columns, options);
  const { lines, hypothesis } = best.candidate;
  const document = parseMrz(lines, { ...options, keepLines: true });
  const { characters, certainty } = readCharacters(best.candidate, weighed);
  if (!readsLikeZone(document, characters.flat())) return undefined;
  const confidence = calibrate(best.probability * certainty);
  const repairs = listRepairs(best.candidate, document);
  const interpretation = { document, lines, characters, repairs, confidence, score: scoreDocument(document, confidence) };
  const spans = hypothesis.slots.map(({ middles }) => measureSpan(middles));
  return { interpretation, strips: lines.map((_, line) => hypothesis.firstLine + line), spans };
}

function readsLikeZone(document: MrzDocument, characters: readonly { readonly confidence: number }[]): boolean {
  const mean = characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
  return mean >= leastMeanConfidence || document.checks.some((check) => check.holds === true);
}

/** The lines as they read by themselves, for zones of unknown formats; undefined when they are rather some other print. */
function readFreely(columns: readonly LineColumns[], options: { readonly today: string }): InterpretedZone | undefined {
  const readings = columns.map((line, strip) => ({ ...decodeGreedily(line), strip })).filter(({ text }) => text.length >= leastLength);
  const lines = readings.map(({ text }) => text);
  const confidence = readings.reduce((least, one) => Math.min(least, one.confidence), 1);
  if (confidence < leastConfidence || !lines.some((text) => text.includes('<<'))) return undefined;
  const document = parseMrz(lines, { ...options, keepLines: true });
  const characters = readings.map((line) =>
    [...line.text].map((character) => ({ character, confidence: line.confidence, alternatives: [] })),
  );
  const interpretation = { document, lines, characters, repairs: [], confidence, score: scoreDocument(document, confidence) };
  return { interpretation, strips: readings.map(({ strip }) => strip), spans: readings.map(() => undefined) };
}
