import { type MrzDocument, parseMrz, scoreDocument } from '@ocr-web/mrz';
import type { LineColumns } from '../recognise/line-columns.ts';
import { calibrate } from './calibrate.ts';
import { hypothesiseFormats } from './hypothesise-formats.ts';
import type { InterpretedZone } from './interpreted-zone.ts';
import { listCandidates } from './list-candidates.ts';
import { listRepairs } from './list-repairs.ts';
import { measureSpan } from './measure-span.ts';
import { readCharacters } from './read-characters.ts';
import { readFreely } from './read-freely.ts';
import { weighCandidates } from './weigh-candidates.ts';

/** Lines whose characters are less probable than this on average, and of which no check digit holds, are not a zone that can be read. */
const leastMeanConfidence = 0.6;

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
  const document = parseMrz(lines, options);
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
