import { describe, expect, it } from 'vitest';
import { drawLogits } from '../../../test/draw-logits.ts';
import { interpretLines } from '../interpret/interpret-lines.ts';
import { chooseAgreed } from './choose-agreed.ts';

const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** A look at the passport that sees the third letter of its surname as these. */
function look(odds: Readonly<Record<string, number>>) {
  return { interpreted: interpretLines(drawLogits(passport, [{ line: 0, column: 7, odds }]), { today: '2026-11-23' }) };
}

const letterOf = ({ interpreted }: ReturnType<typeof look>) => interpreted?.interpretation.lines[0]?.[7];

describe('chooseAgreed', () => {
  it('prefers what two looks find probable to what a single one is a little surer of', () => {
    const looks = [look({ T: 0.7, I: 0.3 }), look({ I: 0.65, T: 0.35 }), look({ I: 0.65, T: 0.35 })];
    expect(letterOf(chooseAgreed(looks))).toBe('I');
  });

  it('lets no looks that show little outvote one that shows the print', () => {
    const dim = { T: 0.35, I: 0.33, J: 0.32 };
    expect(letterOf(chooseAgreed([look({ I: 0.95, T: 0.05 }), look(dim), look(dim)]))).toBe('I');
  });

  it('ignores looks that show no zone, and prefers the first of equal ones', () => {
    const blind = { interpreted: undefined };
    const seen = look({ I: 0.6, T: 0.4 });
    expect(chooseAgreed([blind, seen, look({ I: 0.6, T: 0.4 })])).toBe(seen);
    expect(chooseAgreed([blind])).toBe(blind);
  });
});
