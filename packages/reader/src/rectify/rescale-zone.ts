import type { TracedZone } from '../detect/traced-zone.ts';
import { composeHomographies } from '../geometry/homography.ts';

/** The same zone with glyphs that are `factor` times smaller than they were taken for. */
export function rescaleZone(zone: TracedZone, factor: number): TracedZone {
  const shrink = 1 / factor;
  return {
    ...zone,
    glyphHeight_px: zone.glyphHeight_px * shrink,
    frame: composeHomographies([shrink, 0, 0, 0, shrink, 0, 0, 0, 1], zone.frame),
    lines: zone.lines.map(({ course: { coefficients, centre, halfSpan }, height, start, end }) => ({
      course: { coefficients: coefficients.map((value) => value * factor), centre: centre * factor, halfSpan: halfSpan * factor },
      height,
      start: start * factor,
      end: end * factor,
    })),
  };
}
