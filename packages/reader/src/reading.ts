import type { MrzDocument, Span } from '@ocr-web/mrz';
import { cutQuad, type Quad } from './geometry/quad.ts';
import type { MediaType } from './media/picture-kind.ts';
import type { Hint } from './quality/hint.ts';

/** What a file says. A file without a machine readable zone has no zones; that is a result. */
export type Reading = {
  readonly mediaType: MediaType;
  /** In the file's order, sizes in pixels after EXIF orientation; those of a PDF as it was rendered. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** Of all pages, best first. */
  readonly zones: readonly ZoneReading[];
  /** What a person could do better, or should know. */
  readonly hints: readonly Hint[];
  readonly timing: ReadingTiming;
};

/** What the lines of a zone say. */
export type Interpretation = {
  readonly document: MrzDocument;
  /** The lines as read, repairs included. */
  readonly lines: readonly string[];
  /** One entry for each character of each line. */
  readonly characters: readonly (readonly CharacterReading[])[];
  readonly repairs: readonly Repair[];
  /** Probability that every character is what is printed, 0 to 1. */
  readonly confidence: number;
  /** The documented v1 score, 0 to 100. */
  readonly score: number;
};

/** A machine readable zone of a page: where it lies and what it says. */
export type ZoneReading = Interpretation & {
  /** Index of the page, from 0. */
  readonly page: number;
  /** Corners in reading order, in pixels of the page after its EXIF orientation. */
  readonly quad: Quad;
  /** Where the text of each of `lines` lies, corners in reading order in the same coordinates. */
  readonly lineQuads: readonly Quad[];
  /** How far the text is turned clockwise from upright, 0 to 360. */
  readonly rotation_deg: number;
};

export type CharacterReading = {
  readonly character: string;
  /** Probability that this character is what is printed, 0 to 1. */
  readonly confidence: number;
  /** What else it may be, most probable first; empty where there is no doubt. */
  readonly alternatives: readonly { readonly character: string; readonly probability: number }[];
};

/** A character that the picture alone would have read otherwise. Line and column count from 0. */
export type Repair = {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** What decided it: the characters that this position allows, the named check digit, or how fields of this kind are written. */
  readonly reason: 'alphabet' | 'structure' | { readonly check: string };
};

/** Milliseconds from the bytes in memory to the result, waiting for a free reader not included. */
export type ReadingTiming = {
  readonly total_ms: number;
  readonly decode_ms: number;
  readonly detect_ms: number;
  readonly rectify_ms: number;
  readonly recognise_ms: number;
  readonly interpret_ms: number;
};

/**
 * Where a stretch of a zone's line lies on its page, in pixels of the page. All positions of a line are equally wide in print, so those of
 * a tilted picture shrink with the distance.
 */
export function quadOfSpan({ lines, lineQuads, quad }: Pick<ZoneReading, 'lines' | 'lineQuads' | 'quad'>, [line, start, end]: Span): Quad {
  const length = lines[line]?.length || 1;
  return cutQuad(lineQuads[line] ?? quad, Math.min(start / length, 1), Math.min(end / length, 1));
}
