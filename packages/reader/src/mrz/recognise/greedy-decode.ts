import { alphabet, type LineLogits } from './line-logits.ts';

/**
 * The text of a line's most probable path, and the probability of that path's least certain
 * character.
 */
export type GreedyReading = { readonly text: string; readonly confidence: number };

/**
 * CTC best path decoding: the top class of each step, repetitions merged, blanks dropped. It knows
 * no format.
 */
export function greedyDecode({ logProbs, steps, classes }: LineLogits): GreedyReading {
  let text = '';
  let confidence = 1;
  let strongest = 0;
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    let top = 0;
    for (let k = 1; k < classes; k++) {
      if (logProbs[step * classes + k]! > logProbs[step * classes + top]!) top = k;
    }
    const probability = Math.exp(logProbs[step * classes + top]!);
    if (top !== previous) {
      if (previous !== 0) confidence = Math.min(confidence, strongest);
      if (top !== 0) text += alphabet[top - 1];
      strongest = 0;
    }
    strongest = Math.max(strongest, probability);
    previous = top;
  }
  if (previous !== 0) confidence = Math.min(confidence, strongest);
  return { text, confidence: text === '' ? 0 : confidence };
}
