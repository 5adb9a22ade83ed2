import type { MrzDocument } from '@ocr-web/mrz';
import type { CharacterReading } from '../../reading.ts';
import type { CharacterPosteriors } from '../align/character-posteriors.ts';
import { provesItself } from '../proves-itself.ts';
import { alphabet, classCount } from '../recognise/line-logits.ts';
import { consideredShares } from './candidates/considered-share.ts';
import type { Candidate, WeighedCandidate } from './candidates/list-candidates.ts';
import { findImpliedTail } from './find-implied-tail.ts';

/** Less probable alternatives are not reported. */
const minAlternativeLogProb = Math.log(0.02);

/** A character that is less probable than this to stand where it is placed was not seen. */
const minSeen = 0.5;
/**
 * How sure it is that a line has the length of its format where check digits prove the document and
 * the line's end is hidden. Lower than most readings are sure, and enough to be sure of one.
 */
const certaintyOfImplied = 0.99;

/**
 * How sure each character of a document is.
 *
 * @param document the candidate, parsed: what its check digits prove is hardly doubted, and fillers
 *   that its format implies are believed where something hides them
 * @returns the characters, and the probability that none of them is a character that no candidate
 *   considers
 */
export function readCharacters(
  candidate: Candidate,
  weighed: readonly WeighedCandidate[],
  document: Pick<MrzDocument, 'checks'>,
): { characters: CharacterReading[][]; certainty: number } {
  const { lines, hypothesis } = candidate;
  const allShares = consideredShares(candidate, document);
  const isProved = provesItself(document);
  let certainty = 1;
  const characters = lines.map((text, line) => {
    const posteriors = hypothesis.posteriors[line]!;
    const shares = allShares[line]!;
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

function listAlternatives(posteriors: CharacterPosteriors, column: number, character: string): CharacterReading['alternatives'] {
  const others: { character: string; probability: number }[] = [];
  for (let c = 1; c < classCount; c++) {
    const logProb = posteriors.logProbs[column * classCount + c]!;
    const other = alphabet[c - 1]!;
    if (logProb >= minAlternativeLogProb && other !== character) others.push({ character: other, probability: Math.exp(logProb) });
  }
  return others.sort((a, b) => b.probability - a.probability);
}
