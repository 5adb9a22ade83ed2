import { greedyDecode } from '../recognise/greedy-decode.ts';
import { alphabet, type LineLogits } from '../recognise/line-logits.ts';
import { type AlignedLine, alignWithin } from './align-line.ts';
import { type LikelyClasses, listLikelyClasses } from './likely-classes.ts';
import { readSlots, type Slots } from './read-slots.ts';

/** A line's logits with what the formats laid over it have in common, worked out once. */
export type Strip = {
  readonly likely: LikelyClasses;
  /** As the line reads by itself. */
  readonly text: string;
  /** What it costs at the least to read so many characters, whichever they are, rather than what the strip says by itself, in nats: 0 or less. */
  readonly mostFit: (length: number) => number;
  readonly slotsOf: (aligned: AlignedLine) => Slots;
};

/** How far the search for what a length costs goes, in nats: what costs more counts as this. */
const farthest = 25;
const free = new Float32Array(alphabet.length + 1);

/** Begins with a line; what the formats ask of it is worked out when they do. */
export function openStrip(logits: LineLogits): Strip {
  const likely = listLikelyClasses(logits);
  const { text } = greedyDecode(logits);
  const fits = new Map<number, number>([[text.length, 0]]);
  const read: { readonly aligned: AlignedLine; readonly slots: Slots }[] = [];
  return {
    likely,
    text,
    mostFit: (length) => {
      const fit = fits.get(length) ?? fitFreely(likely, length);
      fits.set(length, fit);
      return fit;
    },
    slotsOf: (aligned) => {
      const known = read.find((one) => standAlike(one.aligned, aligned));
      if (known) return known.slots;
      const slots = readSlots(logits, aligned);
      read.push({ aligned, slots });
      return slots;
    },
  };
}

function fitFreely(likely: LikelyClasses, length: number): number {
  const aligned = alignWithin(likely, { length, at: () => free }, farthest);
  return aligned ? aligned.logProb - likely.bestPath : -farthest;
}

function standAlike(a: AlignedLine, b: AlignedLine): boolean {
  return a.first.length === b.first.length && a.first.every((step, k) => step === b.first[k] && a.end[k] === b.end[k]);
}
