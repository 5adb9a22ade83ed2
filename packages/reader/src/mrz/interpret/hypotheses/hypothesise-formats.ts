import type { Format } from '@ocr-web/mrz';
import type { CharacterPosteriors } from '../../align/character-posteriors.ts';
import { combinePosteriors } from '../../align/combine-posteriors.ts';
import { createLineScorer, type LineScorer } from '../../align/line-scorer.ts';
import type { LineLogits } from '../../recognise/line-logits.ts';
import { type AmbiguousZeroOs, disambiguateZeroO } from './disambiguate-zero-o.ts';
import { incredibleFit, keepBest, type Layout, layOutFormat, layOutFormats, posteriorsOf } from './lay-out-formats.ts';

/** A format that the lines of a zone may have, with what they show at each of its positions. */
export type Hypothesis = {
  readonly format: Format;
  /** Index of the first of its lines in the zone. */
  readonly firstLine: number;
  readonly posteriors: readonly CharacterPosteriors[];
  readonly zeroOs: AmbiguousZeroOs;
  /** As in {@link Layout}. */
  readonly fit: number;
};

/** The formats that the lines of a zone may have, best fit first. */
export function hypothesiseFormats(lines: readonly LineLogits[]): Hypothesis[] {
  const scorers = lines.map(createLineScorer);
  return layOutFormats(scorers).map((layout) => {
    const { format, firstLine, fit, penalties } = layout;
    return { format, firstLine, fit, ...disambiguateZeroO(posteriorsOf(layout, scorers), penalties) };
  });
}

type Frame = { readonly scorers: readonly LineScorer[]; readonly layouts: readonly Layout[] };

/**
 * The formats that a zone may have which several frames show, best fit first. The fit is the mean
 * over the frames that any format fits; a format's posteriors come from the frames that it fits.
 */
export function hypothesiseFrames(frames: readonly (readonly LineLogits[])[]): Hypothesis[] {
  const readable = frames
    .map((lines) => lines.map(createLineScorer))
    .map((scorers): Frame => ({ scorers, layouts: layOutFormats(scorers) }))
    .filter(({ layouts }) => layouts.length > 0);
  const candidates = new Set(readable.flatMap(({ layouts }) => layouts.map(({ format }) => format)));
  const hypotheses = [...candidates].map((format) => combineFrames(format, readable));
  return keepBest(hypotheses.sort((a, b) => b.fit - a.fit));
}

/** @param frames at least one of them fits the format */
function combineFrames(format: Format, frames: readonly Frame[]): Hypothesis {
  const fitting = frames.flatMap(({ scorers, layouts }) => {
    const layout = layouts.find((one) => one.format === format) ?? layOutFormat(format, scorers);
    return layout ? [{ layout, posteriors: posteriorsOf(layout, scorers) }] : [];
  });
  const missing = (frames.length - fitting.length) * incredibleFit(format);
  const fit = fitting.reduce((sum, { layout }) => sum + layout.fit, missing) / frames.length;
  const posteriors = format.lineLengths.map((_, line) => combinePosteriors(fitting.map((frame) => frame.posteriors[line]!)));
  // What a format allows depends on how the document begins: the frame that it fits best knows.
  const best = fitting.reduce((a, b) => (b.layout.fit > a.layout.fit ? b : a)).layout;
  return { format, firstLine: fitting.at(-1)!.layout.firstLine, fit, ...disambiguateZeroO(posteriors, best.penalties) };
}
