import { findCountry, type MrzDocument } from '@ocr-web/mrz';

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
 * Least log-likelihood ratio against other print, in nats for each line. `node
 * bench/false-zones.ts` tells what other values would cost.
 */
export const minRatioOfLine: MinRatioOfLine = { alone: -8, ofSeveral: -32 };

export type MinRatioOfLine = { readonly alone: number; readonly ofSeveral: number };

/** How seldom other print has by chance what a document has, as a logarithm, in nats. */
const chance = {
  /** Of other lines one in some 25 begins like a document code. */
  code: Math.log(1 / 25),
  /** Of 17,576 codes of three letters some 250 are those of states. */
  country: Math.log(1 / 70),
  /** Of a million rows of six digits 36,525 are days of the calendar. */
  date: Math.log(1 / 27),
  check: Math.log(1 / 10),
} as const;

/**
 * Whether lines that were read are a machine readable zone at all; what is none is never answered
 * as a document. Rows of other print look alike on payment slips, receipts, forms and façades, but
 * what they say is nothing that a document would. A single line asks for more than several, which
 * lie as a format wants them: the only formats of one line have a single check digit, which the
 * most probable of many readings often satisfies.
 */
export function readsLikeZone(document: MrzDocument, evidence: ReadingEvidence, minRatio = minRatioOfLine): boolean {
  const { lines, format } = document;
  const ratio = evidence.logLikelihoodRatio - logChance(document);
  if (ratio < (lines.length === 1 ? minRatio.alone : lines.length * minRatio.ofSeveral)) return false;
  if (lines.length === 1) return format !== null && evidence.confidence >= minConfidenceOfOneLine;
  if (format === null && !beginsLikeZone(lines)) return false;
  return evidence.meanConfidence >= minMeanConfidence || document.checks.some(({ holds }) => holds === true);
}

/** How probable it is that other print has all of what this document has, in nats: 0 or less. */
function logChance({ format, issues, issuer, nationality, birthDate, expiryDate, checks }: MrzDocument): number {
  if (format === null) return 0;
  const isCodeKnown = issues.every(({ code }) => code !== 'code.unexpected');
  const countries = [issuer, nationality].filter((country) => country?.kind !== undefined);
  const dates = [birthDate, expiryDate].filter((date) => date?.status === 'complete');
  const held = checks.filter(({ holds }) => holds === true);
  return (isCodeKnown ? chance.code : 0) + countries.length * chance.country + dates.length * chance.date + held.length * chance.check;
}

/**
 * Whether lines of no known format have what every zone has: a letter at the start, fillers, and
 * behind the document code a state, or somewhere a name in two parts.
 */
function beginsLikeZone(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  const isState = (text: string) => findCountry(text.replace(/<+$/, '')) !== undefined;
  const bearsState = isState(first.slice(2, 5)) || isState(first.slice(3, 6));
  return (
    /^[A-Z]/.test(first) &&
    lines.some((text) => text.includes('<<')) &&
    (bearsState || lines.some((text) => /[A-Z]{2}<<[A-Z]{2}/.test(text)))
  );
}
