import { alphabet, type LineColumns } from './line-columns.ts';

/** A line as its single most probable path reads, with the probability of that path's least certain character. */
export type GreedyReading = { readonly text: string; readonly confidence: number };

/** The plain CTC best path: the top class of every step, repetitions merged, blanks dropped. For diagnostics: it knows no grammar. */
export function decodeGreedily({ logProbs, steps, classes }: LineColumns): GreedyReading {
  let text = '';
  let confidence = 1;
  let strongest = 0;
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    let top = 0;
    for (let k = 1; k < classes; k++) {
      if ((logProbs[step * classes + k] as number) > (logProbs[step * classes + top] as number)) top = k;
    }
    const probability = Math.exp(logProbs[step * classes + top] as number);
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
