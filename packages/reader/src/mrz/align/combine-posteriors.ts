import { classCount } from '../recognise/line-logits.ts';
import type { CharacterPosteriors } from './character-posteriors.ts';

/**
 * Weight of a frame that prefers no character, so that some weight is left if no frame prefers one.
 */
const minWeight = 1e-3;

/**
 * The posteriors of one line that several video frames show, with the same number of characters in
 * each, however long its strips are.
 *
 * Frames of one document are no independent witnesses: they share its print, its damage and the
 * network's habits. So their log probabilities are averaged, not added: many copies of a frame say
 * what the frame says. For each character a frame counts as much as it is sure of it, so that one
 * in which glare hides the character does not outvote one that shows it.
 *
 * @param frames at least one; `centres` are those of the last one
 */
export function combinePosteriors(frames: readonly CharacterPosteriors[]): CharacterPosteriors {
  const { length, centres } = frames.at(-1)!;
  const logProbs = new Float32Array(length * classCount);
  const presence = new Float32Array(length);
  const means = new Float64Array(classCount);
  for (let position = 0; position < length; position++) {
    means.fill(0);
    let total = 0;
    for (const frame of frames) {
      const weight = frame.presence[position]! * (marginAt(frame, position) + minWeight);
      for (let c = 1; c < classCount; c++) means[c] = means[c]! + weight * frame.logProbs[position * classCount + c]!;
      total += weight;
      presence[position] = Math.max(presence[position]!, frame.presence[position]!);
    }
    let sum = 0;
    for (let c = 1; c < classCount; c++) {
      means[c] = means[c]! / total;
      sum += Math.exp(means[c]!);
    }
    for (let c = 1; c < classCount; c++) logProbs[position * classCount + c] = means[c]! - Math.log(sum);
  }
  return { length, logProbs, presence, centres };
}

/** How much more probable the best character is than the second best one, in nats. */
function marginAt({ logProbs }: CharacterPosteriors, position: number): number {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let at = position * classCount + 1; at < (position + 1) * classCount; at++) {
    const value = logProbs[at]!;
    second = Math.max(second, Math.min(best, value));
    best = Math.max(best, value);
  }
  return best - second;
}
