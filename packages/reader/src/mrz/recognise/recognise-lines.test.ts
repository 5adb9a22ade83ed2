import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../runtime/network.ts';
import { greedyDecode } from './greedy-decode.ts';
import { measureLegibility } from './line-logits.ts';
import { recogniseLines } from './recognise-lines.ts';
import { recogniseUpright } from './recognise-upright.ts';

const classes = 38;

/**
 * Logits in which each step's class has the given probability and the other classes share the rest.
 */
function logitsOf(path: readonly (readonly [topClass: number, probability: number])[]) {
  const logProbs = new Float32Array(path.length * classes);
  path.forEach(([top, probability], step) => {
    logProbs.fill(Math.log((1 - probability) / (classes - 1)), step * classes, (step + 1) * classes);
    logProbs[step * classes + top] = Math.log(probability);
  });
  return { logProbs, steps: path.length, classes };
}

describe('recogniseLines', () => {
  it('passes all strips of a zone at once and hands each line its logits', async () => {
    const seen: (readonly number[])[] = [];
    const answer = Float32Array.from({ length: 2 * 4 * classes }, (_, at) => -at);
    const network = {
      run: ({ dims }: Tensor) => {
        seen.push(dims);
        return Promise.resolve({ data: answer, dims: [2, 4, classes] });
      },
    };
    const logits = await recogniseLines({ data: new Float32Array(2 * 32 * 16), lines: 2, width: 16 }, network);
    expect(seen).toEqual([[2, 1, 32, 16]]);
    expect(logits).toEqual([
      { logProbs: answer.subarray(0, 4 * classes), steps: 4, classes },
      { logProbs: answer.subarray(4 * classes), steps: 4, classes },
    ]);
  });

  it('refuses logits of another shape', async () => {
    const network = { run: () => Promise.resolve({ data: new Float32Array(37), dims: [1, 1, 37] }) };
    await expect(recogniseLines({ data: new Float32Array(32 * 16), lines: 1, width: 16 }, network)).rejects.toThrow('[1, 1, 37]');
  });
});

describe('recogniseUpright', () => {
  /** Is sure of strips that begin dark, and unsure of all others. */
  const network = {
    run: ({ data, dims: [lines = 0, , , width = 0] }: Tensor) => {
      const { logProbs } = logitsOf(Array.from({ length: (lines * width) / 4 }, () => [1, data[0] === 0 ? 0.99 : 0.8]));
      return Promise.resolve({ data: logProbs, dims: [lines, width / 4, classes] });
    },
  };
  const strips = (first: number, last: number) => {
    const data = new Float32Array(32 * 16).fill(0.5);
    data[0] = first;
    data[32 * 16 - 1] = last;
    return { data, lines: 1, width: 16 };
  };

  it.each([
    ['upright', 0, 1, false, 0.99],
    ['upside down', 1, 0, true, 0.99],
    ['hardly legible either way', 1, 1, false, 0.8],
  ])('chooses the more legible way round: %s', async (_, first, last, turned, legibility) => {
    const upright = await recogniseUpright(strips(first, last), network);
    expect(upright.turned).toBe(turned);
    expect(measureLegibility(upright.logits)).toBeCloseTo(legibility, 5);
  });

  it.each([
    ['turned', 1, 0, false],
    ['as it is', 0, 1, true],
  ])('prefers the way round that shows print to one that surely shows none: %s', async (_, first, last, turned) => {
    /**
     * Is sure that strips that begin dark show nothing; reads something on all others, and is less
     * sure of it.
     */
    const blind = {
      run: ({ data, dims: [lines = 0, , , width = 0] }: Tensor) => {
        const step = (index: number) => (data[0] === 0 ? ([0, 0.999] as const) : ([1 + (index % 2), 0.8] as const));
        const { logProbs } = logitsOf(Array.from({ length: (lines * width) / 4 }, (__, index) => step(index)));
        return Promise.resolve({ data: logProbs, dims: [lines, width / 4, classes] });
      },
    };
    const upright = await recogniseUpright(strips(first, last), blind);
    expect(upright.turned).toBe(turned);
    expect(upright.logits.map((line) => greedyDecode(line).text)).toEqual(['0101']);
  });

  it('calls nothing legible that has no logits', () => {
    expect(measureLegibility([])).toBe(0);
  });
});

describe('greedyDecode', () => {
  it('merges repetitions, keeps doubles with a blank between them, and is as sure as the least sure character', () => {
    const line = logitsOf([
      [0, 0.9],
      [26, 0.8],
      [26, 0.95],
      [0, 0.9],
      [26, 0.7],
      [37, 0.99],
      [1, 0.6],
      [1, 0.5],
    ]);
    const { text, confidence } = greedyDecode(line);
    expect(text).toBe('PP<0');
    expect(confidence).toBeCloseTo(0.6, 5);
  });

  it('reads nothing where all is blank', () => {
    expect(
      greedyDecode(
        logitsOf([
          [0, 0.9],
          [0, 0.9],
        ]),
      ),
    ).toEqual({ text: '', confidence: 0 });
  });
});
