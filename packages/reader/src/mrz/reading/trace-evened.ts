import { evenLight } from '../../image/even-light.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import type { StageClock } from '../../stage-clock.ts';
import { createDetector } from '../detector/create-detector.ts';
import { noOverview } from '../detector/detection-map.ts';
import type { LineStrips } from '../line-strips.ts';
import { measureUnevenness } from '../rectify/measure-unevenness.ts';
import type { TracedZone } from '../traced-zone.ts';
import { boxQuad } from '../zone/box-quad.ts';
import { traceZone } from '../zone/trace-zone.ts';
import type { ZoneTools } from './recognise-zone.ts';

/** Shadows of less contrast than this, bright to dark, are hardly in the networks' way. */
const minUnevenness = 1.5;
/** Strokes are thinner than this, in glyph heights. */
const strokeWidth = 0.5;
/** How many times as long as it was traced a zone may be that a shadow cuts off. */
const maxLengthening = 1.4;

/** A zone and the planes from which it was traced. */
export type EvenedZone = { readonly planes: PicturePlanes; readonly zone: TracedZone };

/**
 * Traces a zone anew as if light fell evenly on it: in stripes of light and shadow the detector
 * loses the ends of lines, and the recogniser takes their edges for strokes.
 *
 * @param strips the zone's lines as they were drawn
 * @returns undefined where light is even
 */
export async function traceEvened(
  planes: PicturePlanes,
  zone: TracedZone,
  strips: LineStrips,
  { models, scratch, observe }: ZoneTools,
  clock: StageClock,
): Promise<EvenedZone | undefined> {
  if (measureUnevenness(strips) < minUnevenness) return undefined;
  const evened = evenLight(planes, strokeWidth * zone.glyphHeight_px);
  const detector = createDetector({ network: models.detector, scratch, observe }, evened);
  const box = boxQuad(zone.quad);
  const [traced] = await clock.during('detect', () => traceZone(detector, noOverview, { ...box, length: maxLengthening * box.length }));
  return { planes: evened, zone: traced ?? zone };
}
