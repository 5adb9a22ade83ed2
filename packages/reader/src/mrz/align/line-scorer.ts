import { greedyDecode } from '../recognise/greedy-decode.ts';
import { classCount, type LineLogits } from '../recognise/line-logits.ts';
import { type CharacterPosteriors, positionPosteriors } from './character-posteriors.ts';
import { type LikelyClasses, listLikelyClasses } from './likely-classes.ts';
import { type AlignedLine, viterbiAlignWithin } from './viterbi-align.ts';

/** What several formats need to know about the same line, computed once. */
export type LineScorer = {
  readonly likely: LikelyClasses;
  /** The text of the line without regard to any format. */
  readonly text: string;
  /** The step at which its last character is named; 0 without any. */
  readonly end: number;
  /**
   * Upper bound of the fit of any format with lines of this length, in nats, 0 or less: log
   * probability of the best path with so many characters less that of the best path of all.
   */
  readonly maxFit: (length: number) => number;
  /** The posteriors of an alignment; the same object for alignments with the same steps. */
  readonly posteriorsOf: (aligned: AlignedLine) => CharacterPosteriors;
};

/**
 * Beam width of the search for `maxFit`, in nats: lengths that fit worse than this count as fitting
 * so well.
 */
const maxFitBeam = 25;
const free = new Float32Array(classCount);

/** Prepares a line for formats to be laid over it; computes the rest when it is asked for. */
export function createLineScorer(logits: LineLogits): LineScorer {
  const likely = listLikelyClasses(logits);
  const { text } = greedyDecode(logits);
  const fits = new Map<number, number>([[text.length, 0]]);
  const read: { readonly aligned: AlignedLine; readonly posteriors: CharacterPosteriors }[] = [];
  return {
    likely,
    text,
    end: lastNamedStep(logits),
    maxFit: (length) => {
      const fit = fits.get(length) ?? fitOfLength(likely, length);
      fits.set(length, fit);
      return fit;
    },
    posteriorsOf: (aligned) => {
      const known = read.find((one) => haveSameSteps(one.aligned, aligned));
      if (known) return known.posteriors;
      const posteriors = positionPosteriors(logits, aligned);
      read.push({ aligned, posteriors });
      return posteriors;
    },
  };
}

function lastNamedStep({ logProbs, steps, classes }: LineLogits): number {
  const isBlank = (step: number) =>
    logProbs.subarray(step * classes, (step + 1) * classes).every((value) => value <= logProbs[step * classes]!);
  let step = steps - 1;
  while (step > 0 && isBlank(step)) step--;
  return step;
}

function fitOfLength(likely: LikelyClasses, length: number): number {
  const aligned = viterbiAlignWithin(likely, { length, at: () => free }, maxFitBeam);
  return aligned ? aligned.logProb - likely.bestPath : -maxFitBeam;
}

function haveSameSteps(a: AlignedLine, b: AlignedLine): boolean {
  return a.first.length === b.first.length && a.first.every((step, k) => step === b.first[k] && a.end[k] === b.end[k]);
}
