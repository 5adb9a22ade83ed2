import { describe, expect, it } from 'vitest';
import { drawLogits } from '../../../test/draw-logits.ts';
import { classCount } from '../recognise/line-logits.ts';
import { keepCharacters } from './keep-characters.ts';
import { listLikelyClasses } from './likely-classes.ts';
import { viterbiAlign } from './viterbi-align.ts';

const likely = listLikelyClasses(drawLogits(['ANNA<<<'])[0]!);
const anything = (length: number) => ({ length, at: () => new Float32Array(classCount) });

describe('keepCharacters', () => {
  it('ends a line before the first character that is not kept', () => {
    const kept = keepCharacters(likely, 5);
    const whole = viterbiAlign(likely, anything(7));
    const aligned = viterbiAlign(kept, anything(5));
    expect(aligned?.classes).toEqual(whole?.classes.slice(0, 5));
    expect(aligned?.first).toEqual(whole?.first.slice(0, 5));
    expect(aligned?.logProb).toBeCloseTo(kept.bestPath, 6);
    expect(kept.steps).toBe(whole?.first[5]);
  });

  it('keeps a line that has no more characters', () => {
    expect(keepCharacters(likely, 7)).toEqual(likely);
  });

  it('keeps nothing but blanks if no character is kept', () => {
    expect(viterbiAlign(keepCharacters(likely, 0), anything(1))?.logProb ?? Number.NEGATIVE_INFINITY).toBeLessThan(-10);
  });
});
