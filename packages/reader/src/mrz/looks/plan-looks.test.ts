import { describe, expect, it } from 'vitest';
import { outlineZone, type TracedZone } from '../traced-zone.ts';
import { aimLook, planLooks } from './plan-looks.ts';

describe('planLooks', () => {
  it.each([
    ['sharp print is not deblurred', { along: 0.5, across: 0.45 }, []],
    ['print out of focus', { along: 0.3, across: 0.31 }, ['all', 'all', 'fall', 'rise']],
    ['print that moved along its lines', { along: 0.3, across: 0.48 }, ['row', 'all', 'row']],
    ['print that moved across its lines', { along: 0.48, across: 0.3 }, ['column', 'all', 'column']],
    ['no print at all', { along: 0, across: 0 }, ['all', 'all', 'fall', 'rise']],
  ])('%s', (_name, sharpness, smears) => {
    const looks = planLooks(sharpness);
    expect(looks.flatMap(({ deblur }) => (deblur ? [deblur.along] : []))).toEqual(smears);
    expect(looks.filter(({ deblur }) => !deblur)).toHaveLength(2);
  });
});

it('draws glyphs lower, with more room where lines are taken to be higher, and moves nothing along the text', () => {
  const frame = [18, 0, 0, 0, 18, 0, 0, 0, 1] as const;
  const lines = [{ centreline: { coefficients: [1, 0.1], centre: 0, halfSpan: 1 }, height: 2, start: 0, end: 20 }];
  const zone: TracedZone = {
    quad: outlineZone(lines, frame),
    rotation_deg: 0,
    glyphHeight_px: 18,
    frame,
    lines,
    evidence: 1,
    fitsLayout: true,
  };
  const [lowered] = aimLook(zone, {}).lines;
  expect(lowered?.centreline.coefficients).toEqual([expect.closeTo(0.82, 9), 0.1]);
  expect(lowered?.height).toBe(2);
  expect(aimLook(zone, { glyphScale: 1.5, shift: 0 }).lines).toEqual([{ ...lines[0], height: 3 }]);
});
