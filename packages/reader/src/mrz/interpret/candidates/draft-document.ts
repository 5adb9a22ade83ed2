import type { Format } from '@ocr-web/mrz';
import type { CharacterPosteriors } from '../../align/character-posteriors.ts';
import type { ClassPenalties } from '../../align/class-penalties.ts';
import { penaltiesOf } from '../../align/class-penalties.ts';
import { alphabet, classCount } from '../../recognise/line-logits.ts';
import type { Hypothesis } from '../hypotheses/hypothesise-formats.ts';
import { nats } from './log-prior.ts';

const fillerClass = alphabet.indexOf('<') + 1;

/**
 * A document before the check digits are considered: what its lines show, weighed by what its
 * format allows.
 */
export type Draft = {
  readonly hypothesis: Hypothesis;
  /** For each line, shape [length, 38]: log probability of each class plus the format's penalty. */
  readonly weights: readonly Float32Array[];
  /** The class with the highest weight at each position of each line. */
  readonly tops: readonly Uint8Array[];
  /** The text of these classes. */
  readonly lines: readonly string[];
  /**
   * Log probability of these lines, unnormalised and without the prior: the fit and the penalties.
   */
  readonly score: number;
};

/** Weighs the characters of the lines by what the format allows. */
export function draftDocument(hypothesis: Hypothesis): Draft {
  const { format, posteriors, fit } = hypothesis;
  const seen = posteriors.map(({ logProbs, length }) => topClasses(logProbs, length));
  const head = seen[0] ? spell(seen[0].subarray(0, 5)) : '';
  const weights = posteriors.map((line, index) => weigh(line, penaltiesOf(format, index, head)));
  penaliseInnerFillers(format, weights, seen);
  const tops = posteriors.map(({ length }, index) => topClasses(weights[index]!, length));
  let cost = 0;
  for (const [index, { logProbs }] of posteriors.entries()) {
    cost += penaltyOfDraft(weights[index]!, tops[index]!, logProbs, seen[index]!);
  }
  return { hypothesis, weights, tops, lines: tops.map(spell), score: fit + cost };
}

function weigh({ logProbs, length }: CharacterPosteriors, { at }: ClassPenalties): Float32Array {
  const weights = Float32Array.from(logProbs);
  for (let k = 0; k < length; k++) {
    const penalties = at(k);
    for (let c = 1; c < classCount; c++) weights[k * classCount + c] = weights[k * classCount + c]! + penalties[c]!;
  }
  return weights;
}

/**
 * Makes fillers before the last character of a document number less probable, so that what else
 * stands there is considered.
 */
function penaliseInnerFillers(format: Format, weights: readonly Float32Array[], seen: readonly Uint8Array[]): void {
  for (const { kind, line, start, end } of format.fields) {
    if (kind !== 'number') continue;
    const last = seen[line]!.subarray(start, end).findLastIndex((c) => c !== fillerClass);
    for (let column = start; column < start + last; column++) {
      const at = column * classCount + fillerClass;
      weights[line]![at] = weights[line]![at]! + nats.fillerInNumber;
    }
  }
}

/**
 * What is lost because the format's best characters are not the recogniser's, in nats: 0 or less.
 */
function penaltyOfDraft(weights: Float32Array, tops: Uint8Array, logProbs: Float32Array, seen: Uint8Array): number {
  let cost = 0;
  for (let k = 0; k < tops.length; k++) {
    const at = k * classCount;
    cost += weights[at + tops[k]!]! - logProbs[at + seen[k]!]!;
  }
  return cost;
}

/** The class with the highest weight at each position, 1 to 37. */
export function topClasses(weights: Float32Array, length: number): Uint8Array {
  const tops = new Uint8Array(length);
  for (let k = 0; k < length; k++) {
    const at = k * classCount;
    let top = 1;
    for (let c = 2; c < classCount; c++) if (weights[at + c]! > weights[at + top]!) top = c;
    tops[k] = top;
  }
  return tops;
}

/** The text that classes stand for. */
export function spell(classes: Uint8Array): string {
  let text = '';
  for (const c of classes) text += alphabet[c - 1];
  return text;
}
