import { alphabet } from '../recognise/alphabet.ts';
import { cheapestSubsets } from './cheapest-subsets.ts';
import type { Hypothesis } from './hypothesise-formats.ts';
import { plausibility } from './plausibility.ts';
import { penaltiesOf } from './position-penalties.ts';
import { type Twins, twinModel } from './settle-twins.ts';
import { twinCoherence } from './twin-coherence.ts';

/** A document that the picture may show under a hypothesis; `score` is the logarithm of an unnormalised probability. */
export type Candidate = { readonly hypothesis: Hypothesis; readonly lines: readonly string[]; readonly score: number };

type Alternative = {
  readonly slot: number;
  readonly line: number;
  readonly column: number;
  readonly character: string;
  readonly cost: number;
};

/**
 * A character is weighed against the check digits only while the picture leaves it this much room, in nats (about one in 150): what a picture
 * shows clearly is never changed, however well another character would do.
 */
export const mostCostEach = 5;
const mostCostTogether = 9;
const mostCandidates = 256;
const mostBesideTwins = 16;

/** All documents worth weighing under one hypothesis, in no order: the most probable characters, and every cheap combination of others. */
export function listCandidates(hypothesis: Hypothesis): Candidate[] {
  const { format, slots, twins, fit } = hypothesis;
  const head = slots[0] ? mostProbable(slots[0].logProbs, slots[0].length).slice(0, 5) : '';
  const weights = slots.map((line, index) => weigh(line.logProbs, penaltiesOf(format, index, head).at, line.length));
  const best = weights.map((line, index) => mostProbable(line, slots[index]?.length ?? 0));
  const options = listAlternatives(weights, best);
  const base = fit + slots.reduce((sum, line, index) => sum + grammarCost(line.logProbs, weights[index] as Float32Array, line.length), 0);
  const sets = [...cheapestSubsets(options, mostCostTogether, mostCandidates)].map((chosen) =>
    chosen.map((index) => options[index] as Alternative),
  );
  return withAlikeTwins(sets, options, twins).map((picked) => {
    const lines = replaceCharacters(best, picked);
    const cost = picked.reduce((sum, { cost }) => sum + cost, 0);
    return { hypothesis, lines, score: base - cost + plausibility(format, lines) + twinCoherence(twins, lines) };
  });
}

/**
 * Adds what no cheap combination reaches: a document whose zeros and Os in doubt are all the same. Each of them alone has to be possible; together they
 * may cost more than others, since they are one doubt.
 */
function withAlikeTwins(sets: Alternative[][], options: readonly Alternative[], { places }: Twins): Alternative[][] {
  const isTwin = ({ line, column }: Alternative) => places.some((place) => place.line === line && place.column === column);
  const others = sets.slice(0, mostBesideTwins).map((picked) => picked.filter((alternative) => !isTwin(alternative)));
  const alike = [twinModel.zero, twinModel.letter].map((character) => options.filter((one) => one.character === character && isTwin(one)));
  const all = [...sets, ...alike.flatMap((twins) => others.map((picked) => [...picked, ...twins]))];
  return [...new Map(all.map((picked) => [keyOf(picked), picked])).values()];
}

function keyOf(picked: readonly Alternative[]): string {
  const parts = picked.map(({ slot, character }) => `${slot}${character}`);
  return parts.sort().join();
}

const classCount = alphabet.length + 1;

function weigh(logProbs: Float32Array, at: (position: number) => Float32Array, length: number): Float32Array {
  const weights = Float32Array.from(logProbs);
  for (let k = 0; k < length; k++) {
    const charges = at(k);
    for (let c = 1; c < classCount; c++) weights[k * classCount + c] = (weights[k * classCount + c] as number) + (charges[c] as number);
  }
  return weights;
}

/** What it costs that the format's best characters are not the strip's, in nats: 0 or less. */
function grammarCost(logProbs: Float32Array, weights: Float32Array, length: number): number {
  let cost = 0;
  for (let k = 0; k < length; k++) cost += highest(weights, k) - highest(logProbs, k);
  return cost;
}

function highest(values: Float32Array, position: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 1; c < classCount; c++) top = Math.max(top, values[position * classCount + c] as number);
  return top;
}

/** The most probable character at each position. */
export function mostProbable(weights: Float32Array, length: number): string {
  let text = '';
  for (let k = 0; k < length; k++) {
    let top = 1;
    for (let c = 2; c < classCount; c++) {
      if ((weights[k * classCount + c] as number) > (weights[k * classCount + top] as number)) top = c;
    }
    text += alphabet[top - 1];
  }
  return text;
}

function listAlternatives(weights: readonly Float32Array[], best: readonly string[]): Alternative[] {
  const alternatives: Alternative[] = [];
  for (const [line, text] of best.entries()) {
    for (let column = 0; column < text.length; column++) {
      const at = (c: number): number => weights[line]?.[column * classCount + c] as number;
      const top = at(alphabet.indexOf(text.charAt(column)) + 1);
      for (let c = 1; c < classCount; c++) {
        const character = alphabet[c - 1] as string;
        const cost = top - at(c);
        if (cost <= mostCostEach && character !== text.charAt(column)) {
          alternatives.push({ slot: line * 64 + column, line, column, character, cost });
        }
      }
    }
  }
  return alternatives.sort((a, b) => a.cost - b.cost);
}

function replaceCharacters(lines: readonly string[], picked: readonly Alternative[]): string[] {
  const out = [...lines];
  for (const { line, column, character } of picked) {
    const text = out[line] as string;
    out[line] = text.slice(0, column) + character + text.slice(column + 1);
  }
  return out;
}
