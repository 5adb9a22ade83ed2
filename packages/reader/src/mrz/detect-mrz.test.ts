import { describe, expect, it } from 'vitest';
import { drawLineCores, type LineCoreDocument } from '../../test/draw-line-cores.ts';
import { lineCoreNetwork } from '../../test/line-core-network.ts';
import { singlePlane } from '../../test/single-plane.ts';
import { composeHomographies, fitHomography, type Homography, projectPoint } from '../geometry/homography.ts';
import type { Point } from '../geometry/point.ts';
import { createScratch } from '../image/scratch.ts';
import { detectMrz } from './detect-mrz.ts';

const td3 = { length: 46, lines: [0, 2.6] };
const td1 = { length: 31.5, lines: [0, 1.75, 3.5] };

/**
 * A frame with its text's middle at a place of the picture, turned clockwise, with glyphs of a
 * height in pixels.
 */
function place(shape: { length: number; lines: number[] }, x: number, y: number, degrees: number, glyph: number): Homography {
  const c = Math.cos((degrees * Math.PI) / 180) * glyph;
  const s = Math.sin((degrees * Math.PI) / 180) * glyph;
  const u = shape.length / 2;
  const v = (shape.lines.at(-1) as number) / 2;
  return [c, -s, x - c * u + s * v, s, c, y - s * u - c * v, 0, 0, 1];
}

async function detect(width: number, height: number, documents: LineCoreDocument[]) {
  return await detectMrz(singlePlane(drawLineCores(width, height, documents)), { network: lineCoreNetwork, scratch: createScratch() });
}

/**
 * Distances in glyph heights between the true corners of a document's text and those that were
 * found.
 */
function cornerErrors(document: LineCoreDocument, quad: readonly Point[]): number[] {
  const last = document.lines.at(-1) as number;
  const corners = [
    [0, -0.5],
    [document.length, -0.5],
    [document.length, last + 0.5],
    [0, last + 0.5],
  ] as const;
  return corners.map(([u, v], index) => {
    const lift = document.curve?.(u) ?? 0;
    const truth = projectPoint(document.frame, u, v + lift);
    const step = projectPoint(document.frame, u, v + lift + 1);
    const found = quad[index] as Point;
    return Math.hypot(found.x - truth.x, found.y - truth.y) / Math.hypot(step.x - truth.x, step.y - truth.y);
  });
}

describe('detectMrz', () => {
  it.each([0, 15, 45, 80, 90, 135, 180, 215, 270, 300, 345])(
    'finds a passport turned by %i degrees and the way it lies',
    async (degrees) => {
      const document = { ...td3, frame: place(td3, 400, 400, degrees, 13) };
      const zones = await detect(800, 800, [document]);
      expect(zones).toHaveLength(1);
      const [zone] = zones;
      expect(zone?.lines).toHaveLength(2);
      expect(Math.abs((((zone?.rotation_deg ?? 0) - degrees + 540) % 360) - 180)).toBeLessThan(1);
      expect(zone?.glyphHeight_px).toBeGreaterThan(13 * 0.9);
      expect(zone?.glyphHeight_px).toBeLessThan(13 * 1.1);
      expect(Math.max(...cornerErrors(document, zone?.quad ?? []))).toBeLessThan(0.5);
    },
  );

  it.each([
    ['far edge right', 0.33, 0],
    ['far edge left', -0.33, 0],
    ['far edge above', 0, 0.35],
    ['both', 0.3, -0.3],
  ])('follows strong perspective: %s', async (_, sideways, upwards) => {
    const flat = place(td3, 0, 0, 0, 16);
    const tilted: Homography = [1, 0, 0, 0, 1, 0, sideways / 368, upwards / 200, 1];
    const document = { ...td3, frame: composeHomographies(composeHomographies(flat, tilted), [1, 0, 600, 0, 1, 300, 0, 0, 1]) };
    const zones = await detect(1200, 600, [document]);
    expect(zones).toHaveLength(1);
    expect(zones[0]?.lines).toHaveLength(2);
    expect(Math.max(...cornerErrors(document, zones[0]?.quad ?? []))).toBeLessThan(0.9);
  });

  it('follows a curved page', async () => {
    const curve = (u: number) => 1.6 * Math.sin((u / td1.length) * Math.PI) + 0.8 * (u / td1.length) ** 2;
    const document = { ...td1, curve, frame: place(td1, 400, 250, 4, 18) };
    const [zone] = await detect(800, 500, [document]);
    expect(zone?.lines).toHaveLength(3);
    for (const [index, line] of (zone?.lines ?? []).entries()) {
      for (const u of [0.5, 8, 16, 24, 31]) {
        const truth = projectPoint(document.frame, u, (td1.lines[index] as number) + curve(u));
        const distance = distanceToCentreline(zone?.frame as Homography, line, truth);
        expect(distance / 18).toBeLessThan(0.08);
      }
    }
  });

  it('puts a line together that something has broken', async () => {
    const covered = [
      { line: 0, from: 12, to: 20 },
      { line: 1, from: 14, to: 19 },
    ];
    const document = { ...td3, covered, frame: place(td3, 400, 300, 30, 14) };
    const zones = await detect(800, 600, [document]);
    expect(zones.map((zone) => zone.lines.length)).toEqual([2]);
    expect(Math.max(...cornerErrors(document, zones[0]?.quad ?? []))).toBeLessThan(0.5);
  });

  it('finds several documents in one picture, the way each of them lies', async () => {
    const documents = [
      { ...td3, frame: place(td3, 300, 200, 0, 10) },
      { ...td1, frame: place(td1, 640, 400, 90, 12) },
      { ...td1, frame: place(td1, 260, 620, 195, 12) },
    ];
    const zones = await detect(800, 800, documents);
    const found = zones.map((zone) => [zone.lines.length, Math.round(zone.rotation_deg)]).sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
    expect(found).toEqual([
      [2, expect.toSatisfy((degrees: number) => degrees % 360 <= 1 || degrees === 359)],
      [3, expect.closeTo(90, -0.5)],
      [3, expect.closeTo(195, -0.5)],
    ]);
  });

  it('looks closer where it found several documents: one that shows less than they do may lie beside them', async () => {
    const documents = [
      { ...td3, frame: place(td3, 500, 200, 0, 16) },
      { ...td3, frame: place(td3, 500, 700, 0, 16) },
      { ...td1, frame: place(td1, 1600, 1100, 0, 7) },
    ];
    const zones = await detect(2000, 1400, documents);
    expect(zones.map((zone) => zone.lines.length).sort()).toEqual([2, 2, 3]);
  });

  it('finds a small document in a large scan on the finer plane', async () => {
    const document = { ...td1, frame: place(td1, 1900, 2300, 90, 9) };
    const zones = await detect(2200, 2600, [document]);
    expect(zones.map((zone) => zone.lines.length)).toEqual([3]);
  });

  it('enlarges a small picture', async () => {
    const document = { ...td1, frame: place(td1, 140, 60, 0, 7.5) };
    const zones = await detect(280, 120, [document]);
    expect(zones.map((zone) => zone.lines.length)).toEqual([3]);
    expect(Math.max(...cornerErrors(document, zones[0]?.quad ?? []))).toBeLessThan(0.5);
  });

  it('finds nothing on an empty page', async () => {
    expect(await detect(640, 480, [])).toEqual([]);
  });
});

/** How far in pixels of the picture a point lies beside a traced line. */
function distanceToCentreline(
  frame: Homography,
  line: { centreline: { coefficients: readonly number[]; centre: number; halfSpan: number } },
  truth: Point,
): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let u = -1; u < 40; u += 0.02) {
    const t = (u - line.centreline.centre) / line.centreline.halfSpan;
    const v = line.centreline.coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
    const point = projectPoint(frame, u, v);
    nearest = Math.min(nearest, Math.hypot(point.x - truth.x, point.y - truth.y));
  }
  return nearest;
}

it('fits the frame that the tests assume', () => {
  const frame = place(td3, 100, 100, 0, 10);
  const corner = projectPoint(frame, 0, 0);
  expect(corner).toEqual({ x: 100 - 230, y: 100 - 13 });
  expect(fitHomography([], [])).toBeUndefined();
});
