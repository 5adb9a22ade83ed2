import { composeHomographies, fitHomography, type Homography, invertHomography, projectPoint } from '../../geometry/homography.ts';
import { evaluatePolynomial, fitPolynomial } from '../../geometry/polynomial.ts';
import { unitSquare } from '../../geometry/quad.ts';
import type { ZoneCrop } from '../detector/sample-crop.ts';
import { type CropLine, weighEvidence } from '../trace/crop-line.ts';
import { traceTuning } from '../trace-tuning.ts';
import { outlineZone, type TracedLine, type TracedZone } from '../traced-zone.ts';
import { fitZoneQuad } from './fit-zone-quad.ts';
import { measureFrame } from './measure-frame.ts';

/** Points by which a centreline is mapped into the zone's frame. */
const centrelinePoints = 32;

/**
 * Builds a zone from the lines traced in its crop; undefined when they span no quad that a camera
 * can see.
 */
export function buildZone(lines: readonly CropLine[], crop: ZoneCrop): TracedZone | undefined {
  const squareToCrop = fitHomography(unitSquare, fitZoneQuad(lines));
  if (!squareToCrop) return undefined;
  const size = measureFrame(lines, squareToCrop);
  if (!size) return undefined;
  const frameToSquare: Homography = [1 / size.length, 0, 0, 0, 1 / size.breadth, 0, 0, 0, 1];
  const frameToCrop = composeHomographies(frameToSquare, squareToCrop);
  const cropToFrame = invertHomography(frameToCrop);
  if (!cropToFrame) return undefined;
  const frame = composeHomographies(frameToCrop, cropToPicture(crop));
  const traced = lines.map((line, index) => mapLine(line, cropToFrame, size.heights[index] as number));
  if (traced.some((line) => !(line.end - line.start > 1))) return undefined;
  const quad = outlineZone(traced, frame);
  const middle = { x: (quad[0].x + quad[3].x) / 2, y: (quad[0].y + quad[3].y) / 2 };
  const across = { x: (quad[1].x + quad[2].x) / 2 - middle.x, y: (quad[1].y + quad[2].y) / 2 - middle.y };
  return {
    quad,
    rotation_deg: ((Math.atan2(across.y, across.x) * 180) / Math.PI + 360) % 360,
    glyphHeight_px: size.glyphHeight * crop.scale,
    frame,
    lines: traced,
    evidence: weighEvidence(lines),
    fitsLayout: size.fitsLayout,
  };
}

function cropToPicture({ direction, origin, scale }: ZoneCrop): Homography {
  const x = direction.x * scale;
  const y = direction.y * scale;
  return [x, -y, origin.x, y, x, origin.y, 0, 0, 1];
}

function mapLine(line: CropLine, cropToFrame: Homography, height: number): TracedLine {
  const u = new Float64Array(centrelinePoints);
  const v = new Float64Array(centrelinePoints);
  for (let i = 0; i < centrelinePoints; i++) {
    const x = line.start + ((line.end - line.start) * i) / (centrelinePoints - 1);
    const point = projectPoint(cropToFrame, x, evaluatePolynomial(line.centreline, x));
    u[i] = point.x;
    v[i] = point.y;
  }
  const samples = { x: u, y: v, weight: new Float64Array(centrelinePoints).fill(1), count: centrelinePoints };
  const centreline = fitPolynomial(samples, traceTuning.fit.maxDegree, traceTuning.shape.centrelineNoise) ?? {
    coefficients: [v[0] as number],
    centre: 0,
    halfSpan: 1,
  };
  return { centreline, height, start: u[0] as number, end: u[centrelinePoints - 1] as number };
}
