import { describe, expect, it } from 'vitest';
import { type Doubt, drawLogits } from '../../../test/draw-logits.ts';
import { interpretFrames, interpretLines } from './interpret-lines.ts';

const options = { today: '2026-11-23' };
// ICAO Doc 9303-4, appendix B: the specimen passport of Utopia.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** Characters of a name, which no check digit covers, that look like others. */
const damage = (column: number, odds: Doubt['odds']): Doubt[] => [{ line: 0, column, odds }];
const first = damage(6, { R: 0.4, H: 0.6 });
const second = damage(16, { N: 0.3, M: 0.7 });

describe('interpretFrames', () => {
  it.each([
    ['clear print', []],
    ['doubtful print', [...first, { line: 1, column: 5, odds: { O: 0.65, '0': 0.35 } }]],
  ])('reads many copies of a frame as the frame: %s', (_, doubts) => {
    const frame = drawLogits(passport, doubts);
    const alone = interpretLines(frame, options)!.interpretation;
    const together = interpretFrames(
      Array.from({ length: 7 }, () => frame),
      options,
    )!;
    expect(roundProbabilities(together)).toEqual(roundProbabilities(alone));
  });

  it('reads what different frames show clearly, whatever their scale', () => {
    const frames = [drawLogits(passport, first), drawLogits(passport, second, 5)];
    expect(frames.map((frame) => interpretLines(frame, options)!.interpretation.lines[0])).toEqual([
      passport[0]!.replace('ERIK', 'EHIK'),
      passport[0]!.replace('ANNA', 'AMNA'),
    ]);
    expect(interpretFrames(frames, options)).toMatchObject({ lines: passport, score: 100 });
  });

  it('reads characters that are hidden in one frame from the other', () => {
    const hide = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index): Doubt => ({ line: 1, column: from + index, odds: { _: 0.9, '8': 0.05, B: 0.05 } }));
    const frames = [drawLogits(passport, hide(2, 6)), drawLogits(passport, hide(30, 35), 5)];
    expect(frames.map((frame) => interpretLines(frame, options)!.interpretation.lines[1] === passport[1])).toEqual([false, false]);
    expect(interpretFrames(frames, options)).toMatchObject({ lines: passport, score: 100 });
  });

  it('ignores frames that show no zone, only one of its lines, or nothing', () => {
    const frames = [drawLogits(['BOARDING', 'GATE12']), drawLogits(passport), drawLogits([passport[1]!]), []];
    expect(interpretFrames(frames, options)).toMatchObject({ lines: passport, score: 100 });
  });

  it('uses the lines of the zone where one frame has another line above it', () => {
    const frames = [
      drawLogits(
        ['REPUBLICOFUTOPIA', ...passport],
        first.map((doubt) => ({ ...doubt, line: 1 })),
      ),
      drawLogits(passport, second),
    ];
    expect(interpretFrames(frames, options)).toMatchObject({ lines: passport });
  });

  it('reads a zone of unknown format from the frame that shows it best', () => {
    const lines = ['X<<UNKNOWNFORMAT<<OFTHIRTYTWO<<<', 'ABCDEFGH12345678<<<<<<<<<<<<<<<<'];
    const worse = drawLogits(lines, [{ line: 0, column: 3, odds: { V: 0.7, U: 0.3 } }]);
    expect(interpretFrames([drawLogits(lines), worse], options)?.lines).toEqual(lines);
  });

  it('gives nothing where no frame shows a zone', () => {
    expect(interpretFrames([], options)).toBeUndefined();
    expect(interpretFrames([drawLogits(['BOARDING', 'GATE12'])], options)).toBeUndefined();
  });
});

/** Combining frames normalises their probabilities, which moves the seventh digit. */
function roundProbabilities(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(5)) : part)));
}
