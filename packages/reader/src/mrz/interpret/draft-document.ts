import { alphabet, classCount } from '../recognise/line-logits.ts';
import type { Penalties } from './align-line.ts';
import type { Hypothesis } from './hypothesise-formats.ts';
import { penaltiesOf } from './position-penalties.ts';
import type { Slots } from './read-slots.ts';

/** What strips show and what a format allows, put together. */
export type Draft = {
  readonly hypothesis: Hypothesis;
  /** For each line `[position * 38 + class]`: log probability of a class with what the format charges for it. */
  readonly weights: readonly Float32Array[];
  /** Class of the highest weight at each position of each line. */
  readonly tops: readonly Uint8Array[];
  /** The lines that these classes spell. */
  readonly lines: readonly string[];
  /** Logarithm of their unnormalised probability but for how plausible they are: what the fit costs and what the format charges. */
  readonly score: number;
};

/** Weighs the characters that stand on the strips by what a format allows. */
export function draftDocument(hypothesis: Hypothesis): Draft {
  const { format, slots, fit } = hypothesis;
  const seen = slots.map(({ logProbs, length }) => topClasses(logProbs, length));
  const head = seen[0] ? spell(seen[0].subarray(0, 5)) : '';
  const weights = slots.map((line, index) => weigh(line, penaltiesOf(format, index, head)));
  const tops = slots.map(({ length }, index) => topClasses(weights[index] as Float32Array, length));
  let cost = 0;
  for (const [index, { logProbs }] of slots.entries()) {
    cost += grammarCost(weights[index] as Float32Array, tops[index] as Uint8Array, logProbs, seen[index] as Uint8Array);
  }
  return { hypothesis, weights, tops, lines: tops.map(spell), score: fit + cost };
}

function weigh({ logProbs, length }: Slots, { at }: Penalties): Float32Array {
  const weights = Float32Array.from(logProbs);
  for (let k = 0; k < length; k++) {
    const charges = at(k);
    for (let c = 1; c < classCount; c++) weights[k * classCount + c] = (weights[k * classCount + c] as number) + (charges[c] as number);
  }
  return weights;
}

/** What it costs that the format's best characters are not the strip's, in nats: 0 or less. */
function grammarCost(weights: Float32Array, tops: Uint8Array, logProbs: Float32Array, seen: Uint8Array): number {
  let cost = 0;
  for (let k = 0; k < tops.length; k++) {
    const at = k * classCount;
    cost += (weights[at + (tops[k] as number)] as number) - (logProbs[at + (seen[k] as number)] as number);
  }
  return cost;
}

/** The class of the highest weight at each position, 1 to 37. */
export function topClasses(weights: Float32Array, length: number): Uint8Array {
  const tops = new Uint8Array(length);
  for (let k = 0; k < length; k++) {
    const at = k * classCount;
    let top = 1;
    for (let c = 2; c < classCount; c++) if ((weights[at + c] as number) > (weights[at + top] as number)) top = c;
    tops[k] = top;
  }
  return tops;
}

/** The characters of classes. */
export function spell(classes: Uint8Array): string {
  let text = '';
  for (const c of classes) text += alphabet[c - 1];
  return text;
}
