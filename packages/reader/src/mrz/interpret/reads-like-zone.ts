import { findCountry, type MrzDocument, type Span } from '@ocr-web/mrz';

/** How the lines of a document were read, before anybody is told of them. */
export type ReadingEvidence = {
  /** Mean probability of its characters. */
  readonly meanConfidence: number;
  /** Calibrated probability that all of its characters are right. */
  readonly confidence: number;
  /**
   * How much more probable the picture is if this document is printed than if just any text is, in
   * nats: about 0 for an ordinary document, however badly it is printed, and less for each
   * character that its format does not allow, each failed check digit, unknown code, impossible
   * date, and line of another length. Lines of no known format are any text: 0.
   */
  readonly logLikelihoodRatio: number;
};

/** Lines whose characters are this probable on average may be a zone, whatever they say. */
const minMeanConfidence = 0.6;
/** A single line is a zone if all of it is more probable than not. */
const minConfidenceOfOneLine = 0.5;

/**
 * What documents are asked for, in nats; `node bench/false-zones.ts` tells what others would cost.
 */
export type ZoneLimits = {
  /** Least log-likelihood ratio of a line alone, and of each of several. */
  readonly minRatioAlone: number;
  readonly minRatioOfSeveral: number;
  /** How surprising it must be that other print of several lines has what the document has. */
  readonly minSurprisal: number;
};

export const zoneLimits: ZoneLimits = Object.freeze({ minRatioAlone: -12, minRatioOfSeveral: -60, minSurprisal: 8 });

/**
 * A document of a known format prints a quarter of its places at least, where it has a short number
 * and name and lacks a day of birth, mostly two fifths (ICAO Doc 9303-4 to -7); less than this is a
 * list with leaders.
 */
const minPrinted = 0.2;

/**
 * A row of a list whose dots lead to a number: they look like fillers, and of a zone at least one
 * line is filled up to its end, or ends in letters of a name.
 */
const leaderRow = /<{4,}[^<]{1,3}<?$/;

/**
 * How surprising it is to find in other print by chance what a document has, in nats: the negative
 * logarithms of the probabilities.
 */
const surprisal = {
  /** Of lines that begin with a letter one in some 25 begins like a document code. */
  code: Math.log(25),
  /** Of 17,576 codes of three letters some 250 are those of states. */
  country: Math.log(70),
  /** Of a million rows of six digits 36,525 are days of the calendar. */
  date: Math.log(27),
  check: Math.log(10),
} as const;

/**
 * Whether lines that were read are a machine readable zone at all; what is none is never answered
 * as a document. Rows of other print look alike on payment slips, lists, receipts and façades, but
 * what they say is nothing that a document would: they do without a code, a state, days of the
 * calendar and digits that hold, of which damaged zones keep several. A single line has too few of
 * them, and of many readings the most probable one often satisfies its check digit, so it has to be
 * read clearly.
 */
export function readsLikeZone(document: MrzDocument, evidence: ReadingEvidence, limits = zoneLimits): boolean {
  const { lines, format, checks } = document;
  if (lines.length === 1) {
    return format !== null && evidence.confidence >= minConfidenceOfOneLine && evidence.logLikelihoodRatio >= limits.minRatioAlone;
  }
  if (evidence.meanConfidence < minMeanConfidence && !checks.some(({ holds }) => holds === true)) return false;
  if (isListWithLeaders(document)) return false;
  if (format === null) return beginsLikeZone(lines);
  if (shareOfPrinted(lines) < minPrinted) return false;
  return evidence.logLikelihoodRatio >= lines.length * limits.minRatioOfSeveral && measureSurprisal(document) >= limits.minSurprisal;
}

/** Whether lines are those of a list with leaders, and no day of the calendar says otherwise. */
function isListWithLeaders({ lines, birthDate, expiryDate }: MrzDocument): boolean {
  return lines.every((line) => leaderRow.test(line)) && ![birthDate, expiryDate].some((date) => date?.status === 'complete');
}

/** Of the places of all lines those that are no fillers. */
function shareOfPrinted(lines: readonly string[]): number {
  const text = lines.join('');
  return text.replaceAll('<', '').length / text.length;
}

/** How surprising it is to find all of what this document has in other print, in nats. */
function measureSurprisal({ lines, issues, issuer, nationality, birthDate, expiryDate, checks }: MrzDocument): number {
  const isCodeKnown = issues.every(({ code }) => code !== 'code.unexpected');
  const countries = [issuer, nationality].filter((country) => country?.kind !== undefined);
  const dates = [birthDate, expiryDate].filter((date) => date?.status === 'complete');
  const held = checks.filter(({ holds, over }) => holds === true && saysSomething(lines, over));
  return (
    (isCodeKnown ? surprisal.code : 0) +
    countries.length * surprisal.country +
    dates.length * surprisal.date +
    held.length * surprisal.check
  );
}

/**
 * Whether a check digit covers more than one and the same character: over zeros, as a façade is
 * read, 0 always holds.
 */
function saysSomething(lines: readonly string[], over: readonly Span[]): boolean {
  const covered = over.map(([line, start, end]) => lines[line]?.slice(start, end) ?? '').join('');
  return new Set(covered).size > 1;
}

/**
 * Whether lines of no known format have what zones have: fillers, and at the start a document code
 * and a state, or a name in two parts in a line that is filled up.
 */
function beginsLikeZone(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  const isState = (text: string) => findCountry(text.replace(/<+$/, '')) !== undefined;
  const bearsState = /^[ACIPV][A-Z<]/.test(first) && (isState(first.slice(2, 5)) || isState(first.slice(3, 6)));
  const bearsName = /^[A-Z]/.test(first) && lines.some((text) => /[A-Z]{2}<<[A-Z].*<<$/.test(text));
  return lines.some((text) => text.includes('<<')) && (bearsState || bearsName);
}
