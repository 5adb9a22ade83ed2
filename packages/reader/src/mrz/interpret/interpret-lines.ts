import { parseMrz, scoreDocument } from '@ocr-web/mrz';
import type { Interpretation } from '../../reading.ts';
import { greedyDecode } from '../recognise/greedy-decode.ts';
import type { LineLogits } from '../recognise/line-logits.ts';
import { calibrate } from './calibrate.ts';
import { listCandidates, type WeighedCandidate, weighCandidates } from './candidates/list-candidates.ts';
import { listRepairs } from './candidates/list-repairs.ts';
import { hypothesiseFormats, hypothesiseFrames } from './hypotheses/hypothesise-formats.ts';
import { measureSpan, type TextSpan } from './measure-span.ts';
import { readCharacters } from './read-characters.ts';
import { type ReadingEvidence, readsLikeZone } from './reads-like-zone.ts';

/**
 * What a zone says, and which strip each line was read from: a zone may have been traced with a
 * line of other print.
 */
export type InterpretedZone = {
  readonly interpretation: Interpretation;
  /** Index of the strip of each line. */
  readonly strips: readonly number[];
  /**
   * Where the text of each line lies in its strip; undefined where its characters were not placed.
   */
  readonly spans: readonly (TextSpan | undefined)[];
  /** The probability, not calibrated, that the lines say this, joined by line breaks. */
  readonly probabilityOf: (text: string) => number;
};

/** What lines say if they are a zone, and what tells whether they are. */
export type ProposedZone = InterpretedZone & { readonly evidence: ReadingEvidence };

/** Lines that fit no known format may still be a zone if they are this long and this probable. */
const minLength = 24;
const minConfidence = 0.5;

/**
 * The most probable document on the lines of a zone: formats, allowed characters and check digits
 * are weighed against what each character looks like.
 *
 * @param logits the recogniser's answer for each line, in reading order
 * @param options.today ISO date, for the century of dates
 * @returns undefined if the lines do not read like a machine readable zone
 */
export function interpretLines(logits: readonly LineLogits[], options: { readonly today: string }): InterpretedZone | undefined {
  return acceptZone(proposeZone(logits, options));
}

/**
 * The same, whether or not the lines read like a zone.
 *
 * @returns undefined if there are no lines of a zone's length
 */
export function proposeZone(logits: readonly LineLogits[], options: { readonly today: string }): ProposedZone | undefined {
  const weighed = weighCandidates(listCandidates(hypothesiseFormats(logits)));
  return weighed.length > 0 ? describeBest(weighed, options) : readUnknownFormat(logits, options);
}

function acceptZone(proposed: ProposedZone | undefined): ProposedZone | undefined {
  return proposed && readsLikeZone(proposed.interpretation.document, proposed.evidence) ? proposed : undefined;
}

/**
 * The most probable document that several video frames show together. Their characters are combined
 * position by position, so that frames of different sizes and with different damage complement each
 * other; many copies of a frame read as the frame itself.
 *
 * @param frames the recogniser's answer for each line of the same document's zone, one entry for
 *   each frame. A frame that shows no zone, or too few of its lines, is ignored. Time and memory
 *   grow with the number of frames: keep the last ten or so.
 * @param options.today ISO date, for the century of dates
 * @returns undefined if the frames show no machine readable zone
 */
export function interpretFrames(
  frames: readonly (readonly LineLogits[])[],
  options: { readonly today: string },
): Interpretation | undefined {
  const weighed = weighCandidates(listCandidates(hypothesiseFrames(frames)));
  if (weighed.length > 0) return acceptZone(describeBest(weighed, options))?.interpretation;
  const readings = frames.flatMap((logits) => acceptZone(readUnknownFormat(logits, options))?.interpretation ?? []);
  return readings.sort((a, b) => b.confidence - a.confidence)[0];
}

/** The best candidate in full. */
function describeBest(weighed: readonly WeighedCandidate[], options: { readonly today: string }): ProposedZone {
  const best = weighed[0]!;
  const { lines, hypothesis } = best.candidate;
  const document = parseMrz(lines, { ...options, keepLines: true });
  const { characters, certainty } = readCharacters(best.candidate, weighed, document);
  const confidence = calibrate(best.probability * certainty);
  const evidence = { meanConfidence: meanOf(characters.flat()), confidence, logLikelihoodRatio: best.candidate.score };
  const repairs = listRepairs(best.candidate, document);
  const interpretation = { document, lines, characters, repairs, confidence, score: scoreDocument(document, confidence) };
  const probabilityOf = (text: string) =>
    certainty * (weighed.find(({ candidate }) => candidate.lines.join('\n') === text)?.probability ?? 0);
  const spans = hypothesis.posteriors.map(({ centres }) => measureSpan(centres));
  return { interpretation, evidence, strips: lines.map((_, line) => hypothesis.firstLine + line), spans, probabilityOf };
}

function meanOf(characters: readonly { readonly confidence: number }[]): number {
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
}

/**
 * The lines as the recogniser reads them, for zones of unknown formats; undefined if they are too
 * short, or not clear.
 */
function readUnknownFormat(logits: readonly LineLogits[], options: { readonly today: string }): ProposedZone | undefined {
  const readings = logits.map((line, strip) => ({ ...greedyDecode(line), strip })).filter(({ text }) => text.length >= minLength);
  const lines = readings.map(({ text }) => text);
  const confidence = readings.reduce((lowest, one) => Math.min(lowest, one.confidence), 1);
  if (lines.length === 0 || confidence < minConfidence) return undefined;
  const document = parseMrz(lines, { ...options, keepLines: true });
  const characters = readings.map((line) =>
    [...line.text].map((character) => ({ character, confidence: line.confidence, alternatives: [] })),
  );
  const interpretation = { document, lines, characters, repairs: [], confidence, score: scoreDocument(document, confidence) };
  const evidence = { meanConfidence: meanOf(characters.flat()), confidence, logLikelihoodRatio: 0 };
  const probabilityOf = (text: string) => (text === lines.join('\n') ? confidence : 0);
  return { interpretation, evidence, strips: readings.map(({ strip }) => strip), spans: readings.map(() => undefined), probabilityOf };
}
