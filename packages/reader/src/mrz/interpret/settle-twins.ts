import { alphabet, classCount } from '../recognise/line-logits.ts';
import type { Penalties } from './align-line.ts';
import type { Slots } from './read-slots.ts';

/**
 * 0 and O differ by less than one printer from another: of all pairs, theirs are the errors that a document repeats. The difference of their log
 * probabilities is modelled as ±`separation` + what this document's print shifts it by + what this one glyph does, both normal. The variances add up to
 * twice the separation, so that without anything known of the document the recogniser's own probabilities stand. Measured on synthetic
 * pictures of faces that no network was trained on: about half of the variance is the document's.
 */
export const twinModel = { zero: '0', letter: 'O', separation: 5, varianceOfDocument: 4.5, varianceOfGlyph: 5.5 } as const;

/** The zeros and Os whose place does not say which they are, and how well the document's print is known. */
export type Twins = {
  /** `difference`: log probability of zero less that of O, the document's shift taken off. */
  readonly places: readonly { readonly line: number; readonly column: number; readonly difference: number }[];
  /** What is left unknown of the document's shift. */
  readonly varianceOfShift: number;
};

const zero = alphabet.indexOf(twinModel.zero) + 1;
const letter = alphabet.indexOf(twinModel.letter) + 1;
/** However clearly a glyph looks like an O, it may be a zero that somebody draws so: in a place that allows both, this much doubt stays (nats). */
const leastAfterSettling = -4;
/** Slots where both together are less probable than this show some other character. */
const leastTogether = 0.5;

/**
 * Weighs 0 against O by how this document prints them: zeros of dates and the Os of names are known by their place, and the others are compared with
 * them.
 *
 * @param slots what the strips say, line by line
 * @param penalties what the format charges for each character, line by line
 */
export function settleTwins(slots: readonly Slots[], penalties: readonly Penalties[]): { slots: Slots[]; twins: Twins } {
  const found = slots.flatMap((line, index) => listTwins(line, index, penalties[index] as Penalties));
  const { shift, varianceOfShift } = measureShift(found);
  const gain = (2 * twinModel.separation) / (twinModel.varianceOfGlyph + varianceOfShift);
  const places = found
    .filter(({ sign }) => sign === 0)
    .map(({ line, column, difference }) => ({ line, column, difference: Math.max(difference - shift, leastAfterSettling / gain) }));
  const settled = slots.map((line) => ({ ...line, logProbs: Float32Array.from(line.logProbs) }));
  for (const { line, column, difference } of places) splitAnew((settled[line] as Slots).logProbs, column * classCount, gain * difference);
  return { slots: settled, twins: { places, varianceOfShift } };
}

/** `sign`: 1 where the format allows a zero and no O, -1 where an O and no zero, 0 where both or neither. */
type Twin = { readonly line: number; readonly column: number; readonly difference: number; readonly sign: number };

function listTwins({ logProbs, length }: Slots, line: number, penalties: Penalties): Twin[] {
  const twins: Twin[] = [];
  for (let column = 0; column < length; column++) {
    const ofZero = logProbs[column * classCount + zero] as number;
    const ofLetter = logProbs[column * classCount + letter] as number;
    if (Math.exp(ofZero) + Math.exp(ofLetter) < leastTogether) continue;
    const charges = penalties.at(column);
    const sign = Number(charges[zero] === 0) - Number(charges[letter] === 0);
    twins.push({ line, column, difference: ofZero - ofLetter, sign });
  }
  return twins;
}

/** The posterior of the document's shift, given the glyphs whose sign is known. */
function measureShift(twins: readonly Twin[]): { shift: number; varianceOfShift: number } {
  const { separation, varianceOfDocument, varianceOfGlyph } = twinModel;
  const known = twins.filter(({ sign }) => sign !== 0);
  // A glyph that is clearer than most tells nothing about its twin.
  const sum = known.reduce((total, { sign, difference }) => total + sign * Math.min(0, sign * difference - separation), 0);
  const scale = varianceOfGlyph + known.length * varianceOfDocument;
  return { shift: (varianceOfDocument * sum) / scale, varianceOfShift: (varianceOfDocument * varianceOfGlyph) / scale };
}

/** Shares the probability of both out by the new difference. */
function splitAnew(logProbs: Float32Array, at: number, difference: number): void {
  const together = Math.log(Math.exp(logProbs[at + zero] as number) + Math.exp(logProbs[at + letter] as number));
  logProbs[at + zero] = together - Math.log1p(Math.exp(-difference));
  logProbs[at + letter] = together - Math.log1p(Math.exp(difference));
}

/**
 * What is gained or lost, in nats, by reading the zeros and Os of a document together rather than each alone: glyphs that look alike within one
 * document are the same character, even where each alone could be either. The logarithm of the ratio of the joint density, in which the glyphs
 * share the document's shift, and the product of their own.
 */
export function twinCoherence({ places, varianceOfShift }: Twins, lines: readonly string[]): number {
  const { separation, varianceOfGlyph } = twinModel;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const { line, column, difference } of places) {
    const character = lines[line]?.[column];
    if (character !== twinModel.zero && character !== twinModel.letter) continue;
    // A glyph that is clearer than most is no stranger for it.
    const sign = character === twinModel.zero ? 1 : -1;
    const residual = sign * Math.min(0, sign * difference - separation);
    count++;
    sum += residual;
    squares += residual * residual;
  }
  if (count < 2) return 0;
  const alone = varianceOfGlyph + varianceOfShift;
  const together = varianceOfGlyph + count * varianceOfShift;
  const joint =
    (squares - (varianceOfShift / together) * sum * sum) / varianceOfGlyph + (count - 1) * Math.log(varianceOfGlyph) + Math.log(together);
  return (squares / alone + count * Math.log(alone) - joint) / 2;
}
