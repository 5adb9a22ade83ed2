import { type KnownLabel, knownLabels } from './known-labels.ts';

const first = 'a'.charCodeAt(0);
const letterCount = 26;
/** Of its pairs of letters a line that has a label has one in so many at least. */
const oneIn = 3;

/** Pairs of neighbours of a text's plain letters: 26 times the first and the second. */
function pairsOf(letters: string): number[] {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < letters.length; at++)
    pairs.push((letters.charCodeAt(at) - first) * letterCount + letters.charCodeAt(at + 1) - first);
  return pairs;
}

/**
 * How many pairs each label has, and for each pair the labels that have it, as often as they do.
 */
const countOf = knownLabels.map(({ letters }) => Math.max(0, letters.length - 1));
const labelsOf: readonly (readonly number[])[] = listLabelsOfPairs();

function listLabelsOfPairs(): number[][] {
  const all = Array.from({ length: letterCount * letterCount }, (): number[] => []);
  knownLabels.forEach(({ letters }, index) => {
    for (const pair of pairsOf(letters)) all[pair]!.push(index);
  });
  return all;
}

/**
 * The labels that are worth comparing with a text, in their order: those that share enough of their
 * pairs of neighbours with it.
 */
export function labelsLike(letters: string): KnownLabel[] {
  const common = new Uint8Array(knownLabels.length);
  for (const pair of new Set(pairsOf(letters))) for (const index of labelsOf[pair]!) common[index]!++;
  const like: KnownLabel[] = [];
  for (let index = 0; index < common.length; index++) if (common[index]! * oneIn >= countOf[index]!) like.push(knownLabels[index]!);
  return like;
}
