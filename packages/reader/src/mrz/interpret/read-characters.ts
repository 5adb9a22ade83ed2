import type { CharacterReading } from '../../reading.ts';
import type { CharacterPosteriors } from '../align/character-posteriors.ts';
import { alphabet, classCount } from '../recognise/line-logits.ts';
import { findImpliedTail } from './find-implied-tail.ts';
import { type Candidate, maxCharacterCost, type WeighedCandidate } from './list-candidates.ts';

/** Less probable alternatives are not reported. */
const minAlternativeLogProb = Math.log(0.02);

/** A character that is less probable than this to stand where it is placed was not seen. */
const minSeen = 0.5;
/**
 * How sure it is that a line has the length of its format where check digits prove the document and
 * the line's end is hidden. Lower than most readings are sure, and enough to be sure of one.
 */
const certaintyOfImplied = 0.975;

/**
 * How sure each character of a document is.
 *
 * @param isProved whether check digits bear the document out: fillers that its format implies are
 *   then believed where something hides them
 * @returns the characters, and the probability that none of them is a character that no candidate
 *   considers
 */
export function readCharacters(
  candidate: Candidate,
  weighed: readonly WeighedCandidate[],
  isProved: boolean,
): { characters: CharacterReading[][]; certainty: number } {
  const { lines, hypothesis } = candidate;
  let certainty = 1;
  const characters = lines.map((text, line) => {
    const posteriors = hypothesis.posteriors[line]!;
    const shares = Array.from(text, (_, column) => consideredShare(posteriors, column));
    const isSeen = (column: number) => shares[column]! >= minSeen;
    const tail = isProved ? findImpliedTail(hypothesis.format, line, text, isSeen) : text.length;
    certainty *= product(shares.slice(0, tail)) * Math.max(product(shares.slice(tail)), tail < text.length ? certaintyOfImplied : 1);
    return [...text].map((character, column): CharacterReading => {
      const considered = column < tail ? shares[column]! : Math.max(shares[column]!, certaintyOfImplied);
      const agreeing = weighed.reduce((sum, one) => sum + (one.candidate.lines[line]?.[column] === character ? one.probability : 0), 0);
      return { character, confidence: Math.min(1, agreeing) * considered, alternatives: listAlternatives(posteriors, column, character) };
    });
  });
  return { characters, certainty };
}

function product(values: readonly number[]): number {
  return values.reduce((all, value) => all * value, 1);
}

/** Probability that a character stands here and is one that the candidates consider. */
function consideredShare(posteriors: CharacterPosteriors, column: number): number {
  const row = posteriors.logProbs.subarray(column * classCount, (column + 1) * classCount);
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 1; c < classCount; c++) top = Math.max(top, row[c]!);
  let share = 0;
  for (let c = 1; c < classCount; c++) if (row[c]! >= top - maxCharacterCost) share += Math.exp(row[c]!);
  return share * posteriors.presence[column]!;
}

function listAlternatives(posteriors: CharacterPosteriors, column: number, character: string): CharacterReading['alternatives'] {
  const others: { character: string; probability: number }[] = [];
  for (let c = 1; c < classCount; c++) {
    const logProb = posteriors.logProbs[column * classCount + c]!;
    const other = alphabet[c - 1]!;
    if (logProb >= minAlternativeLogProb && other !== character) others.push({ character: other, probability: Math.exp(logProb) });
  }
  return others.sort((a, b) => b.probability - a.probability);
}
