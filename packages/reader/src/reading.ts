import type { MrzDocument, Span } from '@ocr-web/mrz';
import type { BarcodeReading } from './barcodes/barcode-reading.ts';
import { cutQuad, type Quad, scaleQuad } from './geometry/quad.ts';
import type { MediaType } from './media/picture-kind.ts';
import type { PortraitReading, SignatureReading } from './portrait/portrait-reading.ts';
import type { Hint } from './quality/hint.ts';
import type { VisualReading } from './visual/visual-reading.ts';

/**
 * What was read from a file. Having no zones is a result as well: the file shows no machine
 * readable zone.
 */
export type Reading = {
  readonly mediaType: MediaType;
  /**
   * In the order of the file: sizes in pixels as stored after EXIF orientation, for a PDF as it was
   * rendered.
   */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** The zones of all pages, best first. */
  readonly zones: readonly ZoneReading[];
  /** What a person could do better or should know. */
  readonly hints: readonly Hint[];
  readonly timing: ReadingTiming;
  /** What is printed for people on each page that shows a document; only where it was asked for. */
  readonly visual?: readonly VisualReading[];
  /** Where the holder is pictured, of each page the portrait first; only where it was asked for. */
  readonly portraits?: readonly PortraitReading[];
  /** Where the holder has signed; only where portraits were asked for. */
  readonly signatures?: readonly SignatureReading[];
  /** The barcodes of all pages; only where they were asked for. */
  readonly barcodes?: readonly BarcodeReading[];
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
  /** Score of the document, 0 to 100, as v1 of the API documents it. */
  readonly score: number;
};

/** A machine readable zone of a page: where it lies and what it says. */
export type ZoneReading = Interpretation & {
  /** Index of the page, from 0. */
  readonly page: number;
  /**
   * Corners in reading order, in pixels of the page as stored, after its EXIF orientation, also
   * where the file says that they are not square.
   */
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
  /** Other characters that it may be, most probable first; empty if there is no doubt. */
  readonly alternatives: readonly { readonly character: string; readonly probability: number }[];
};

/**
 * A character that would have been read differently from the picture alone. Line and column count
 * from 0.
 */
export type Repair = {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /**
   * What decided it: the characters that the position allows, a named check digit, or how such
   * fields are written.
   */
  readonly reason: 'alphabet' | 'structure' | { readonly check: string };
};

/** Milliseconds from the bytes in memory to the result, without the wait for a free reader. */
export type ReadingTiming = {
  readonly total_ms: number;
  readonly decode_ms: number;
  readonly detect_ms: number;
  readonly rectify_ms: number;
  readonly recognise_ms: number;
  readonly interpret_ms: number;
  /** What was asked for beside the zone. */
  readonly visual_ms?: number;
  readonly portrait_ms?: number;
  readonly barcodes_ms?: number;
};

/** The same zone where a pixel of the page is so many times as wide and high. */
export function scaleZone(zone: ZoneReading, byX: number, byY: number): ZoneReading {
  const scale = (quad: Quad) => scaleQuad(quad, byX, byY);
  return { ...zone, quad: scale(zone.quad), lineQuads: zone.lineQuads.map(scale) };
}

/**
 * Where a stretch of a zone's line lies on its page, in pixels of the page. All positions of a line
 * are equally wide in print, so in a tilted picture they become narrower with distance.
 */
export function quadOfSpan({ lines, lineQuads, quad }: Pick<ZoneReading, 'lines' | 'lineQuads' | 'quad'>, [line, start, end]: Span): Quad {
  const length = lines[line]?.length || 1;
  return cutQuad(lineQuads[line] ?? quad, Math.min(start / length, 1), Math.min(end / length, 1));
}
