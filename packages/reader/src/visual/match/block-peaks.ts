import { onceFor } from '../once-for.ts';

/** Steps of a line that are bounded together: about as many as three letters have. */
export const blockSize = 16;

/** The most that scores reach in each block of a line's steps. */
export const peaksOfBlocks = onceFor((scores: Float64Array): Float64Array => {
  const peaks = new Float64Array(Math.ceil(scores.length / blockSize)).fill(Number.NEGATIVE_INFINITY);
  for (let step = 0; step < scores.length; step++) {
    const block = Math.floor(step / blockSize);
    if (scores[step]! > peaks[block]!) peaks[block] = scores[step]!;
  }
  return peaks;
});
