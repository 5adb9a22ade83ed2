import { type Format, formats } from '@ocr-web/mrz';
import type { LineLogits } from '../recognise/line-logits.ts';
import { type AlignedLine, alignLine, type Penalties } from './align-line.ts';
import { openStrip, type Strip } from './open-strip.ts';
import { penaltiesOf } from './position-penalties.ts';
import type { Slots } from './read-slots.ts';
import { settleTwins, type Twins } from './settle-twins.ts';

/** A format laid over some neighbouring lines of a zone. */
export type Hypothesis = {
  readonly format: Format;
  /** Index of the first of these lines in the zone. */
  readonly firstLine: number;
  readonly slots: readonly Slots[];
  readonly twins: Twins;
  /** What it costs to read lines of these lengths rather than what the strips say by themselves, in nats: 0 or less. */
  readonly fit: number;
};

/** A line read freely may have this many characters too few or too many and still be tried as the format's: faint print loses some. */
const toleratedLength = 6;
/** Lines that differ by less are as long as each other. */
const sameLength = 4;
/** A detected line that a format leaves over, in nats: it may be a line of print beside the zone, but hardly one that is as long as the zone's. */
const leftOver = { ofOtherLength: -3, ofSameLength: -15 } as const;
/** A format that costs more than this for each line, in nats, is not what is printed. */
const leastFit = -25;
/** A format that costs so much more than the best, in nats, is not worth weighing: no check digits make up for it. */
const mostBehind = 25;
const mostHypotheses = 4;

/** A format that may be tried on some neighbouring lines. */
type Overlay = {
  readonly format: Format;
  readonly firstLine: number;
  /** What the lines that it leaves over cost. */
  readonly charge: number;
  /** What is known of the fit before the format's characters are looked for: it is this or less. */
  readonly mostFit: number;
};

/** A format's characters found on the strips. */
type Layout = Overlay & {
  readonly penalties: readonly Penalties[];
  readonly aligned: readonly AlignedLine[];
  readonly fit: number;
};

/** The formats that the lines of a zone may be, best fit first. */
export function hypothesiseFormats(logits: readonly LineLogits[]): Hypothesis[] {
  const strips = logits.map(openStrip);
  const found: Layout[] = [];
  for (const overlay of listOverlays(strips)) {
    if (overlay.mostFit < leastWorthWeighing(found)) break;
    const layout = layOver(overlay, strips);
    if (layout) found.push(layout);
    found.sort((a, b) => b.fit - a.fit);
  }
  const least = leastWorthWeighing(found);
  const worthWeighing = found.slice(0, mostHypotheses).filter((layout) => isCredible(layout) && layout.fit >= least);
  return worthWeighing.map((layout) => readLayout(layout, strips));
}

/** Every format on all lines that are about as long as its own, those that may fit best first. */
function listOverlays(strips: readonly Strip[]): Overlay[] {
  const overlays: Overlay[] = [];
  for (const format of formats) {
    const { lineLengths } = format;
    for (let firstLine = 0; firstLine + lineLengths.length <= strips.length; firstLine++) {
      if (!lengthsFit(lineLengths, strips, firstLine)) continue;
      const charge = chargeLeftOver(format, firstLine, strips);
      const mostFit = lineLengths.reduce((sum, length, line) => sum + (strips[firstLine + line] as Strip).mostFit(length), charge);
      overlays.push({ format, firstLine, charge, mostFit });
    }
  }
  return overlays.sort((a, b) => b.mostFit - a.mostFit);
}

function lengthsFit(lineLengths: readonly number[], strips: readonly Strip[], firstLine: number): boolean {
  return lineLengths.every((length, line) => Math.abs((strips[firstLine + line] as Strip).text.length - length) <= toleratedLength);
}

/**
 * What fits worse than this will not be among the hypotheses, whatever else is found.
 *
 * @param found by falling fit
 */
function leastWorthWeighing(found: readonly Layout[]): number {
  const best = found.find(isCredible)?.fit ?? Number.NEGATIVE_INFINITY;
  const last = found[mostHypotheses - 1]?.fit ?? Number.NEGATIVE_INFINITY;
  return Math.max(best - mostBehind, last);
}

function isCredible({ format, fit }: Layout): boolean {
  return fit > leastFit * format.lineLengths.length;
}

/** Finds the characters of a format's lines; undefined where a strip cannot hold so many. */
function layOver(overlay: Overlay, strips: readonly Strip[]): Layout | undefined {
  const { format, firstLine, charge } = overlay;
  const head = (strips[firstLine] as Strip).text.slice(0, 5);
  const penalties = format.lineLengths.map((_, line) => penaltiesOf(format, line, head));
  const aligned: AlignedLine[] = [];
  let fit = charge;
  for (const [line, charges] of penalties.entries()) {
    const { likely } = strips[firstLine + line] as Strip;
    const found = alignLine(likely, charges);
    if (found === undefined) return undefined;
    aligned.push(found);
    fit += found.logProb - likely.bestPath;
  }
  return { ...overlay, penalties, aligned, fit };
}

function chargeLeftOver(format: Format, firstLine: number, strips: readonly Strip[]): number {
  const end = firstLine + format.lineLengths.length;
  const others = strips.filter((_, line) => line < firstLine || line >= end);
  const isAsLong = ({ text }: Strip) => format.lineLengths.some((length) => Math.abs(text.length - length) <= sameLength);
  return others.reduce((sum, strip) => sum + (isAsLong(strip) ? leftOver.ofSameLength : leftOver.ofOtherLength), 0);
}

function readLayout({ format, firstLine, penalties, aligned, fit }: Layout, strips: readonly Strip[]): Hypothesis {
  const slots = aligned.map((line, index) => (strips[firstLine + index] as Strip).slotsOf(line));
  return { format, firstLine, fit, ...settleTwins(slots, penalties) };
}
