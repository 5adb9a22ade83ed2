import { type Format, formats } from '@ocr-web/mrz';
import type { CharacterPosteriors } from '../../align/character-posteriors.ts';
import { type ClassPenalties, penaltiesOf } from '../../align/class-penalties.ts';
import type { LineScorer } from '../../align/line-scorer.ts';
import { type AlignedLine, viterbiAlign } from '../../align/viterbi-align.ts';
import { omitSurplusFillers } from './omit-surplus-fillers.ts';
import { shortenFormat } from './shorten-format.ts';

/**
 * A line's text may differ by so many characters from the format's length: faint ones are not read.
 */
const maxLengthDifference = 6;
/** Lines whose lengths differ by no more than this count as equally long. */
const sameLengthTolerance = 4;
/**
 * Penalty for a traced line that a format does not use, in nats: it may be other print, but hardly
 * if it is as long as the zone's lines.
 */
const unusedLine = { ofOtherLength: -3, ofSameLength: -15 } as const;
/** Penalty for lines of lengths that no format has, in nats: they are rare. */
const oddLengths = -25;
/**
 * Penalty for a name line that has more fillers than its format has room for, in nats: taken for
 * one document in 400, specimens with a name pasted in narrow letters.
 */
const surplusFillers = -6;
/** A format that fits worse than this for each line, in nats, is not what is printed. */
const minFit = -25;
/**
 * A format that fits so much worse than the best one, in nats, is dropped: no check digits make up
 * for it.
 */
const maxBehind = 25;
const maxHypotheses = 4;

/** A format that may fit some neighbouring lines. */
type Overlay = {
  readonly format: Format;
  readonly firstLine: number;
  /** Penalty for the lines that it does not use, and for fillers that it has no room for. */
  readonly unusedPenalty: number;
  /** Upper bound of the fit, known before the format is aligned. */
  readonly maxFit: number;
};

/** A format with its characters aligned to neighbouring lines of a zone. */
export type Layout = Overlay & {
  readonly penalties: readonly ClassPenalties[];
  readonly aligned: readonly AlignedLine[];
  /**
   * Log probability of the format's line lengths, relative to the most probable text of any length,
   * in nats: 0 or less.
   */
  readonly fit: number;
};

/** The formats that the lines of a zone may have, best fit first. */
export function layOutFormats(scorers: readonly LineScorer[]): Layout[] {
  const found: Layout[] = [];
  for (const overlay of listOverlays(scorers, formats)) {
    if (overlay.maxFit < minHypothesisFit(found)) break;
    const layout = alignFormat(overlay, scorers);
    if (layout) found.push(layout);
    found.sort((a, b) => b.fit - a.fit);
  }
  const best = found[0]?.fit ?? Number.NEGATIVE_INFINITY;
  if (best < 0) found.push(...layOutOverfull(scorers));
  if (best < oddLengths) found.push(...layOutShortened(scorers));
  return keepBest(found.sort((a, b) => b.fit - a.fit));
}

/**
 * The formats with name lines that have more fillers than the standard's, where lines were read so.
 */
function layOutOverfull(scorers: readonly LineScorer[]): Layout[] {
  return listOverlays(scorers, formats).flatMap((overlay) => {
    const fitting = omitSurplusFillers(overlay, scorers);
    const unusedPenalty = overlay.unusedPenalty + surplusFillers;
    return (fitting && alignFormat({ ...overlay, unusedPenalty, maxFit: unusedPenalty }, fitting)) ?? [];
  });
}

/** The formats with lines shorter than the standard's, where lines were read so. */
function layOutShortened(scorers: readonly LineScorer[]): Layout[] {
  return formats.flatMap((format) => {
    const shortened = format.lineLengths.length === scorers.length ? shortenFormat(format, scorers) : undefined;
    return (shortened && alignFormat({ format: shortened, firstLine: 0, unusedPenalty: oddLengths, maxFit: oddLengths }, scorers)) ?? [];
  });
}

/** Lays out one format, where it may fit best; undefined if it does not fit the lines at all. */
export function layOutFormat(format: Format, scorers: readonly LineScorer[]): Layout | undefined {
  const [overlay] = listOverlays(scorers, [format]);
  const layout = overlay && alignFormat(overlay, scorers);
  return layout && isCredible(layout) ? layout : undefined;
}

type Fitted = { readonly format: Format; readonly fit: number };

/**
 * Those that are worth weighing.
 *
 * @param found by falling fit
 */
export function keepBest<Found extends Fitted>(found: readonly Found[]): Found[] {
  const minimum = minHypothesisFit(found);
  return found.slice(0, maxHypotheses).filter((one) => isCredible(one) && one.fit >= minimum);
}

/** The fit, in nats, of a format that does not fit a zone at all. */
export function incredibleFit({ lineLengths }: Format): number {
  return minFit * lineLengths.length;
}

/** The posteriors of a layout's lines, computed from the lines that it was laid over. */
export function posteriorsOf({ firstLine, aligned }: Layout, scorers: readonly LineScorer[]): CharacterPosteriors[] {
  return aligned.map((line, index) => scorers[firstLine + index]!.posteriorsOf(line));
}

/**
 * Every format at every place where the lines are about as long as its own, best upper bound first.
 */
function listOverlays(scorers: readonly LineScorer[], candidates: readonly Format[]): Overlay[] {
  const overlays: Overlay[] = [];
  for (const format of candidates) {
    const { lineLengths } = format;
    for (let firstLine = 0; firstLine + lineLengths.length <= scorers.length; firstLine++) {
      if (!lengthsFit(lineLengths, scorers, firstLine)) continue;
      const unusedPenalty = penaltyOfUnused(format, firstLine, scorers);
      const maxFit = lineLengths.reduce((sum, length, line) => sum + scorers[firstLine + line]!.maxFit(length), unusedPenalty);
      overlays.push({ format, firstLine, unusedPenalty, maxFit });
    }
  }
  return overlays.sort((a, b) => b.maxFit - a.maxFit);
}

function lengthsFit(lineLengths: readonly number[], scorers: readonly LineScorer[], firstLine: number): boolean {
  return lineLengths.every((length, line) => Math.abs(scorers[firstLine + line]!.text.length - length) <= maxLengthDifference);
}

/**
 * A layout with a lower fit than this cannot become a hypothesis, whatever else is found.
 *
 * @param found by falling fit
 */
function minHypothesisFit(found: readonly Fitted[]): number {
  const best = found.find(isCredible)?.fit ?? Number.NEGATIVE_INFINITY;
  const last = found[maxHypotheses - 1]?.fit ?? Number.NEGATIVE_INFINITY;
  return Math.max(best - maxBehind, last);
}

function isCredible({ format, fit }: Fitted): boolean {
  return fit > incredibleFit(format);
}

/** Aligns a format with its lines; undefined if a line is too short for it. */
function alignFormat(overlay: Overlay, scorers: readonly LineScorer[]): Layout | undefined {
  const { format, firstLine, unusedPenalty } = overlay;
  const head = scorers[firstLine]!.text.slice(0, 5);
  const penalties = format.lineLengths.map((_, line) => penaltiesOf(format, line, head));
  const aligned: AlignedLine[] = [];
  let fit = unusedPenalty;
  for (const [line, linePenalties] of penalties.entries()) {
    const { likely } = scorers[firstLine + line]!;
    const found = viterbiAlign(likely, linePenalties);
    if (found === undefined) return undefined;
    aligned.push(found);
    fit += found.logProb - likely.bestPath;
  }
  return { ...overlay, penalties, aligned, fit };
}

function penaltyOfUnused(format: Format, firstLine: number, scorers: readonly LineScorer[]): number {
  const end = firstLine + format.lineLengths.length;
  const others = scorers.filter((_, line) => line < firstLine || line >= end);
  const isAsLong = ({ text }: LineScorer) => format.lineLengths.some((length) => Math.abs(text.length - length) <= sameLengthTolerance);
  return others.reduce((sum, scorer) => sum + (isAsLong(scorer) ? unusedLine.ofSameLength : unusedLine.ofOtherLength), 0);
}
