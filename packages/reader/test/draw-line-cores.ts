import { type Homography, invertHomography, projectPoint } from '../src/geometry/homography.ts';
import type { GreyPlane } from '../src/image/plane.ts';

/**
 * A document whose MRZ lines are drawn as nothing but their cores, in the frame of the zone: unit
 * the glyph height, u along the text.
 */
export type LineCoreDocument = {
  /** From the frame to pixels of the picture. */
  readonly frame: Homography;
  readonly length: number;
  /** v of each line's middle. */
  readonly lines: readonly number[];
  /** How far the page's curvature moves the text down at u. */
  readonly curve?: (u: number) => number;
  /** Stretches of u that something covers, for single lines. */
  readonly covered?: readonly { readonly line: number; readonly from: number; readonly to: number }[];
};

/** Share of the glyph height that the detector's ribbons are thick. */
const core = 0.6;
/**
 * Grey at the start and the end of a line: the ramp between shows the reading direction. Paper is
 * 255.
 */
export const startGrey = 10;
export const endGrey = 130;
const oversampling = 3;

/** Draws documents into one picture, antialiased. */
export function drawLineCores(width: number, height: number, documents: readonly LineCoreDocument[]): GreyPlane {
  const data = new Uint8Array(width * height).fill(255);
  for (const document of documents) drawDocument({ width, height, data }, document);
  return { width, height, data };
}

function drawDocument({ width, height, data }: GreyPlane, document: LineCoreDocument): void {
  const toFrame = invertHomography(document.frame);
  if (!toFrame) throw new Error('The frame of a ribbon document must be invertible');
  const { left, top, right, bottom } = boundsOf(document);
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      const paper = data[y * width + x] as number;
      let sum = 0;
      for (let k = 0; k < oversampling * oversampling; k++) {
        const dx = ((k % oversampling) + 0.5) / oversampling;
        const dy = (Math.floor(k / oversampling) + 0.5) / oversampling;
        const { x: u, y: v } = projectPoint(toFrame, x + dx, y + dy);
        sum += greyAt(document, u, v) ?? paper;
      }
      data[y * width + x] = Math.round(sum / oversampling ** 2);
    }
  }
}

/**
 * Whole pixels around everything that is drawn of a document; the curve is sampled and given room.
 */
function boundsOf({ frame, length, lines, curve }: LineCoreDocument) {
  const lifts = Array.from({ length: 101 }, (_, step) => curve?.((length * step) / 100) ?? 0);
  const above = Math.min(...lines) + Math.min(...lifts) - core;
  const below = Math.max(...lines) + Math.max(...lifts) + core;
  const corners = [0, length].flatMap((u) => [above, below].map((v) => projectPoint(frame, u, v)));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.floor(Math.min(...xs)),
    top: Math.floor(Math.min(...ys)),
    right: Math.ceil(Math.max(...xs)),
    bottom: Math.ceil(Math.max(...ys)),
  };
}

function greyAt({ length, lines, curve, covered }: LineCoreDocument, u: number, v: number): number | undefined {
  if (u < 0 || u > length) return undefined;
  const flat = v - (curve?.(u) ?? 0);
  const line = lines.findIndex((middle) => Math.abs(flat - middle) <= core / 2);
  if (line < 0 || covered?.some((patch) => patch.line === line && u > patch.from && u < patch.to)) return undefined;
  return startGrey + ((endGrey - startGrey) * u) / length;
}
