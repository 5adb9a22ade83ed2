import { describe, expect, it } from 'vitest';
import { boxSegments } from './box-segments.ts';
import { groupSegments } from './group-segments.ts';
import type { TextSegment } from './measure-segment.ts';

/** A segment of even certainty, turned by an angle about the origin. */
function segment(x: number, y: number, length: number, thickness: number, degrees = 0, backwards = false): TextSegment {
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  const sign = backwards ? -1 : 1;
  return {
    centre: { x: x * cosine - y * sine, y: x * sine + y * cosine },
    direction: { x: sign * cosine, y: sign * sine },
    along: [-length / 2, length / 2],
    across: [-thickness / 2, thickness / 2],
    mass: length * thickness,
  };
}

const sizes = (segments: TextSegment[]) => groupSegments(segments).map((group) => group.length);

describe('groupSegments', () => {
  it.each([0, 37, 90, 200])('groups the lines of a passport and no heading further away, turned by %i°', (degrees) => {
    const lines = [segment(0, 0, 90, 1.2, degrees), segment(0, 5.2, 90, 1.2, degrees)];
    expect(sizes([...lines, segment(-20, -14, 40, 1.2, degrees)])).toEqual([2, 1]);
  });

  it('groups lines that the network takes for opposite ones', () => {
    expect(sizes([segment(0, 0, 60, 1.2, 30), segment(0, 3.4, 60, 1.2, 30, true), segment(0, 6.8, 60, 1.2, 30)])).toEqual([3]);
  });

  it('puts pieces of a line together, but not two documents side by side', () => {
    expect(sizes([segment(0, 0, 30, 1.2), segment(40, 0.3, 30, 1.2)])).toEqual([2]);
    expect(sizes([segment(0, 0, 60, 1.2), segment(95, 0, 60, 1.2)])).toEqual([1, 1]);
  });

  it('knows that a thick segment is several lines: other text beside it is no neighbour', () => {
    expect(sizes([segment(0, 0, 110, 8), segment(20, -15, 30, 1.2)])).toEqual([1, 1]);
  });

  it('does not group lines that cross', () => {
    expect(sizes([segment(0, 0, 60, 1.2), segment(0, 3, 60, 1.2, 40)])).toEqual([1, 1]);
  });
});

describe('boxSegments', () => {
  it('puts a box around the segments, in pixels of the picture, reading the way most of them do', () => {
    const maps = { width: 0, height: 0, probability: new Float32Array(), cosine: new Float32Array(), sine: new Float32Array() };
    const overview = { maps, cellWidth: 5, cellHeight: 5, origin: { x: 100, y: 40 } };
    const box = boxSegments([segment(10, 0, 60, 2, 0, true), segment(10, 6, 60, 2), segment(12, 12, 60, 2)], overview);
    expect(box.direction.x).toBeCloseTo(1, 9);
    expect([box.centre.x, box.centre.y, box.length, box.height].map(Math.round)).toEqual([155, 70, 310, 70]);
    expect(box.thickness).toBeCloseTo(10, 9);
    expect(box.mass).toBe(360);
  });
});
