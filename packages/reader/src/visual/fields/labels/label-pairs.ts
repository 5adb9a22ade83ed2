import { type KnownLabel, knownLabels } from './known-labels.ts';

const first = 'a'.charCodeAt(0);
const letterCount = 26;
/** Of its pairs of letters a line that has a label has one in so many at least. */
const oneIn = 3;

/**
 * Which pairs of neighbours a text's plain letters have: 1 at 26 times the first and the second.
 */
export function letterPairs(letters: string): Uint8Array {
  const pairs = new Uint8Array(letterCount * letterCount);
  for (const pair of pairsOf(letters)) pairs[pair] = 1;
  return pairs;
}

/** Whether a text is worth comparing with a label. */
export function sharesPairs(label: KnownLabel, text: Uint8Array): boolean {
  const own = labelPairs.get(label)!;
  let common = 0;
  for (const pair of own) common += text[pair]!;
  return common * oneIn >= own.length;
}

function pairsOf(letters: string): number[] {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < letters.length; at++)
    pairs.push((letters.charCodeAt(at) - first) * letterCount + letters.charCodeAt(at + 1) - first);
  return pairs;
}

const labelPairs: ReadonlyMap<KnownLabel, readonly number[]> = new Map(knownLabels.map((label) => [label, pairsOf(label.letters)]));
