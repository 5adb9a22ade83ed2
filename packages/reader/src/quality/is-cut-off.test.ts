import { describe, expect, test } from 'vitest';
import type { TracedZone } from '../mrz/traced-zone.ts';
import { isCutOff } from './is-cut-off.ts';

const picture = { width: 1000, height: 600 };
const glyphHeight = 16;

/** A zone of level lines of 40 glyph heights whose first line begins at a place of the picture. */
function zoneAt(x: number, y: number, lines = 2): TracedZone {
  const corner = { x: 0, y: 0 };
  const line = (index: number) => ({
    centreline: { coefficients: [index * 2.6], centre: 0, halfSpan: 1 },
    height: 1,
    start: 0,
    end: 40,
  });
  return {
    quad: [corner, corner, corner, corner],
    rotation_deg: 0,
    glyphHeight_px: glyphHeight,
    frame: [glyphHeight, 0, x, 0, glyphHeight, y, 0, 0, 1],
    lines: Array.from({ length: lines }, (_, index) => line(index)),
    evidence: 0.99,
    fitsLayout: true,
  };
}

describe('isCutOff', () => {
  test.each([
    ['in the middle', zoneAt(180, 400), false],
    ['with little room, as scanners of strips leave', zoneAt(20, 540), false],
    ['lines begin at the border', zoneAt(5, 400), true],
    ['lines end at the border', zoneAt(1000 - 40 * glyphHeight, 400), true],
    ['the last line lies on the border', zoneAt(180, 600 - 2.6 * glyphHeight - 4), true],
    ['the first line lies on the border', zoneAt(180, 6), true],
    ['one line alone with room for its neighbour', zoneAt(180, 400, 1), false],
    ['one line alone at the border', zoneAt(180, 570, 1), true],
  ])('%s', (_, zone, expected) => {
    expect(isCutOff(zone, picture)).toBe(expected);
  });
});
