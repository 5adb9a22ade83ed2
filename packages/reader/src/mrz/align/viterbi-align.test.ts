import { describe, expect, it } from 'vitest';
import { alphabet } from '../recognise/line-logits.ts';
import type { ClassPenalties } from './class-penalties.ts';
import { listLikelyClasses } from './likely-classes.ts';
import { viterbiAlign, viterbiAlignWithin } from './viterbi-align.ts';

const classes = alphabet.length + 1;

/**
 * A line from the probabilities of each step. '_' is the blank; classes without a probability share
 * the rest evenly.
 */
function likelyOf(steps: readonly Readonly<Record<string, number>>[]) {
  const logProbs = new Float32Array(steps.length * classes);
  for (const [step, odds] of steps.entries()) {
    const named = Object.values(odds).reduce((sum, p) => sum + p, 0);
    const rest = Math.max(1e-9, (1 - named) / (classes - Object.keys(odds).length));
    for (let c = 0; c < classes; c++) {
      const character = c === 0 ? '_' : alphabet[c - 1]!;
      logProbs[step * classes + c] = Math.log(odds[character] ?? rest);
    }
  }
  return listLikelyClasses({ logProbs, steps: steps.length, classes });
}

const free = new Float32Array(classes);
const ofLength = (length: number, penalties: Readonly<Record<number, Float32Array>> = {}): ClassPenalties => ({
  length,
  at: (position) => penalties[position] ?? free,
});
const textOf = (aligned: ReturnType<typeof viterbiAlign>): string => [...(aligned?.classes ?? [])].map((c) => alphabet[c - 1]).join('');

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647; // Park and Miller's generator
    return state / 2147483647;
  };
}

function sumToOne(odds: Readonly<Record<string, number>>): Record<string, number> {
  const total = Object.values(odds).reduce((sum, p) => sum + p, 0);
  return Object.fromEntries(Object.entries(odds).map(([character, p]) => [character, p / total]));
}

describe('viterbiAlign', () => {
  it('finds where each character stands', () => {
    const likely = likelyOf([{ _: 0.99 }, { A: 0.99 }, { A: 0.99 }, { _: 0.99 }, { A: 0.99 }, { B: 0.99 }, { _: 0.99 }]);
    const aligned = viterbiAlign(likely, ofLength(3));
    expect(textOf(aligned)).toBe('AAB');
    expect(aligned?.first).toEqual(Int16Array.of(1, 4, 5));
    expect(aligned?.end).toEqual(Int16Array.of(3, 5, 6));
    expect(aligned?.logProb).toBeCloseTo(7 * Math.log(0.99), 5);
  });

  it('returns the best path of the given length, not the best of any length', () => {
    const likely = likelyOf([{ '<': 0.9 }, { _: 0.6, '<': 0.4 }, { '<': 0.9 }]);
    expect(textOf(viterbiAlign(likely, ofLength(2)))).toBe('<<');
    expect(textOf(viterbiAlign(likely, ofLength(1)))).toBe('<');
    expect(viterbiAlign(likely, ofLength(1))?.logProb).toBeCloseTo(Math.log(0.9 * 0.4 * 0.9), 5);
  });

  it('subtracts the penalties and reports the path without them', () => {
    const likely = likelyOf([{ '0': 0.7, O: 0.3 }]);
    const letters = Float32Array.from(free, (_, c) => (c >= 1 && c <= 10 ? -6 : 0));
    const aligned = viterbiAlign(likely, ofLength(1, { 0: letters }));
    expect(textOf(aligned)).toBe('O');
    expect(aligned?.logProb).toBeCloseTo(Math.log(0.3), 5);
  });

  it('has no path when the line is too short: two equal characters need a blank between them', () => {
    expect(viterbiAlign(likelyOf([{ A: 0.9 }]), ofLength(2))).toBeUndefined();
    expect(viterbiAlign(likelyOf([{ A: 1 }, { A: 1 }]), ofLength(2))).toBeUndefined();
  });

  it('agrees with trying every path', () => {
    const odds = [
      { A: 0.4, B: 0.3, _: 0.3 },
      { A: 0.3, B: 0.3, _: 0.4 },
      { A: 0.5, B: 0.1, _: 0.4 },
      { B: 0.6, _: 0.4 },
    ];
    let best = Number.NEGATIVE_INFINITY;
    const walk = (step: number, last: string, count: number, logProb: number): void => {
      if (step === odds.length) {
        if (count === 2) best = Math.max(best, logProb);
        return;
      }
      for (const [label, p] of Object.entries(odds[step] as Record<string, number>)) {
        walk(step + 1, label, count + (label !== '_' && label !== last ? 1 : 0), logProb + Math.log(p));
      }
    };
    walk(0, '_', 0, 0);
    expect(viterbiAlign(likelyOf(odds), ofLength(2))?.logProb).toBeCloseTo(best, 4);
  });

  it('finds what a search without a beam finds, however far behind', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 60; round++) {
      const steps = Array.from({ length: 24 }, () => ({ _: random() ** 6, A: random() ** 6, B: random() ** 6, C: random() ** 6 }));
      const likely = likelyOf(steps.map(sumToOne));
      const penalties = Array.from({ length: 9 }, () => Float32Array.from(free, () => (random() < 0.5 ? -9 * (round % 5) : 0)));
      const aligned = viterbiAlign(likely, ofLength(9, penalties));
      expect(aligned).toBeDefined();
      expect(aligned).toEqual(viterbiAlignWithin(likely, ofLength(9, penalties), Number.POSITIVE_INFINITY));
    }
  });
});

describe('viterbiAlignWithin', () => {
  it('finds a path only if it lies within the beam', () => {
    const likely = likelyOf([{ A: 0.99 }, { _: 0.99 }, { B: 0.99, _: 0.009 }]);
    const behind = Math.log(0.99 / 0.009);
    expect(textOf(viterbiAlignWithin(likely, ofLength(1), behind + 0.01))).toBe('A');
    expect(viterbiAlignWithin(likely, ofLength(1), behind - 0.01)).toBeUndefined();
  });
});
