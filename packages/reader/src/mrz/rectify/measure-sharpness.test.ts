import { describe, expect, test } from 'vitest';
import { drawStrips } from '../../../test/draw-strips.ts';
import { measureSharpness } from './measure-sharpness.ts';

const sharpness = (flaws: Parameters<typeof drawStrips>[2]) => measureSharpness(drawStrips(2, 20, flaws));

describe('measureSharpness', () => {
  test('falls with every pixel of blur, down to that of a slope', () => {
    const along = [0, 1, 2, 3, 4].map((spread) => sharpness({ blur: [spread, spread] }).along);
    expect(along).toEqual([...along].sort((a, b) => b - a));
    expect([Number(along[0]) > 0.4, Number(along[3]) < 0.33, Number(along[4]) > 0.24]).toEqual([true, true, true]);
  });

  test('depends neither on light nor on contrast', () => {
    const { along, across } = sharpness({ blur: [1.5, 1.5] });
    const dim = sharpness({ blur: [1.5, 1.5], paper: 0.2, ink: 0.12 });
    expect(dim.along).toBeCloseTo(along, 3);
    expect(dim.across).toBeCloseTo(across, 3);
  });

  test('noise does not look like sharpness', () => {
    const still = sharpness({ blur: [2.5, 2.5] });
    const noisy = sharpness({ blur: [2.5, 2.5], noise: 0.1 });
    expect(Math.abs(noisy.along - still.along)).toBeLessThan(0.02);
  });

  test.each([
    [[3, 0.5], 'along'],
    [[0.5, 3], 'across'],
  ] as const)('movement %j softens %s the line', (blur, soft) => {
    const measured = sharpness({ blur });
    const sharp = soft === 'along' ? 'across' : 'along';
    expect(measured[soft]).toBeLessThan(0.33);
    expect(measured[sharp] / measured[soft]).toBeGreaterThan(1.15);
  });

  test('strips too short for print have none', () => {
    expect(measureSharpness(drawStrips(1, 0))).toEqual({ along: 0, across: 0 });
  });
});
