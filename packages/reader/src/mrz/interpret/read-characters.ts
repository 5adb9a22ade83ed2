import type { CharacterReading } from '../../reading.ts';
import type { CharacterPosteriors } from '../align/character-posteriors.ts';
import { alphabet, classCount } from '../recognise/line-logits.ts';
import { type Candidate, maxCharacterCost, type WeighedCandidate } from './list-candidates.ts';

/** Less probable alternatives are not reported. */
const minAlternativeLogProb = Math.log(0.02);

/**
 * How sure each character of a document is.
 *
 * @returns the characters, and the probability that none of them is a character that no candidate
 *   considers
 */
export function readCharacters(
  candidate: Candidate,
  weighed: readonly WeighedCandidate[],
): { characters: CharacterReading[][]; certainty: number } {
  let certainty = 1;
  const characters = candidate.lines.map((text, line) => {
    const posteriors = candidate.hypothesis.posteriors[line]!;
    return [...text].map((character, column): CharacterReading => {
      const considered = consideredShare(posteriors, column);
      certainty *= considered;
      const agreeing = weighed.reduce((sum, one) => sum + (one.candidate.lines[line]?.[column] === character ? one.probability : 0), 0);
      return { character, confidence: Math.min(1, agreeing) * considered, alternatives: listAlternatives(posteriors, column, character) };
    });
  });
  return { characters, certainty };
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
