import { type Curve, evaluateCurve } from './curve.ts';
import type { MrzDocument } from './document.ts';
import type { IssueCode } from './issue.ts';
import { isCovered } from './parse/doubt-evidence.ts';

/**
 * Highest score by the number of failed check digits and national proofs: none, one, two, three,
 * four or more.
 */
const capByFailures = [100, 75, 50, 30, 10] as const;

/** Highest score of a document that has such an issue. */
const capByIssue: Readonly<Partial<Record<IssueCode, number>>> = {
  'format.unknown': 10,
  'line.length': 40,
  'character.foreign': 50,
  'character.unexpected': 75,
  'sex.unexpected': 75,
  // No state issues it, or no table has it: it was misread, or is printed so. Confidence knows that
  // such codes are rare; above 0.989, where it still makes a sure reading of this, misread ones
  // are rarer than printed ones.
  'country.unknown': 97,
  'code.unexpected': 97,
  'repair.alphabet': 94,
  'repair.check': 75,
};

/**
 * Highest score of a document whose text was changed. A check digit that covers the change and
 * holds bears it out; where none does, nobody should be sure: a blank may stand for a letter, and
 * what a line lost may have been more than fillers.
 */
const capByChange: Readonly<Partial<Record<IssueCode, { readonly covered: number; readonly uncovered: number }>>> = {
  'character.replaced': { covered: 98, uncovered: 94 },
  'filler.restored': { covered: 98, uncovered: 94 },
  'line.padded': { covered: 98, uncovered: 90 },
};

/**
 * Highest score of a format that prints no check digit at all: nothing can prove such a reading.
 */
const capWithoutChecks = 90;

/**
 * From confidence to score, straight lines between the points. A confidence below 0.98 is never
 * "sure" (95).
 */
const scoreByConfidence: Curve = [
  [0, 0],
  [0.5, 50],
  [0.9, 85],
  [0.98, 95],
  [0.995, 100],
];

/**
 * How good a reading is, 0 to 100, by the rule of docs/valid-score.md: what the checks allow at
 * most, lowered by doubt.
 * @param confidence probability that every character is right, 0 to 1; 1 for text that was typed.
 */
export function scoreDocument(document: MrzDocument, confidence: number): number {
  return Math.floor((capOf(document) * evaluateCurve(scoreByConfidence, confidence)) / 100);
}

function capOf(document: MrzDocument): number {
  let failures = 0;
  let cap = 100;
  for (const check of document.checks) if (check.holds === false) failures++;
  for (const issue of document.issues) {
    if (issue.code === 'proof.failed') failures++;
    cap = Math.min(cap, capByIssue[issue.code] ?? 100);
    const change = capByChange[issue.code];
    if (change !== undefined) cap = Math.min(cap, isCovered(issue, document.checks) ? change.covered : change.uncovered);
  }
  if (document.checks.every((check) => check.holds === 'not printed')) cap = Math.min(cap, capWithoutChecks);
  return Math.min(cap, capByFailures[Math.min(failures, capByFailures.length - 1)] as number);
}
