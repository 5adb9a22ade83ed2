import { describe, expect, it } from 'vitest';
import { drawLogits } from '../../../test/draw-logits.ts';
import { classCount, type LineLogits } from '../recognise/line-logits.ts';
import { interpretLines } from './interpret-lines.ts';

const options = { today: '2026-11-23' };
// ICAO Doc 9303-4, appendix B: the specimen passport of Utopia.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

// ICAO Doc 9303-5, appendix B: the specimen card of Utopia.
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

const interpret = (logits: readonly LineLogits[]) => interpretLines(logits, options)?.interpretation;

describe('interpretLines', () => {
  it('reads clear print as it stands', () => {
    const reading = interpret(drawLogits(passport));
    expect(reading).toMatchObject({ lines: passport, repairs: [], score: 100 });
    expect(reading?.document.format).toBe('TD3');
  });

  it('lets a check digit decide what the picture leaves open, and says so', () => {
    const doubtful = interpret(drawLogits(passport, [{ line: 1, column: 5, odds: { O: 0.65, '0': 0.35 } }]));
    expect(doubtful?.lines).toEqual(passport);
    expect(doubtful?.repairs).toEqual([{ line: 1, column: 5, before: 'O', after: '0', reason: { check: 'number' } }]);
  });

  it('keeps a wrong digit that is clearly printed', () => {
    const printed = [passport[0]!, 'L898902C37UTO7408122F1204159ZE184226B<<<<<10'];
    const reading = interpret(drawLogits(printed));
    expect(reading).toMatchObject({ lines: printed, repairs: [] });
    expect(reading?.score).toBeLessThanOrEqual(80);
  });

  it('does not make a visa of a passport because a visa has no composite digit that could fail', () => {
    const printed = [passport[0]!, 'L898902C36UTO7408122F1204159ZE184226B<<<<<16'];
    const reading = interpret(drawLogits(printed, [{ line: 0, column: 0, odds: { P: 0.99, V: 0.01 } }]));
    expect(reading).toMatchObject({ lines: printed, repairs: [] });
    expect(reading?.document.format).toBe('TD3');
  });

  it('considers what else may stand where a filler breaks a number', () => {
    // The filler is 150 times as probable as the letter that lets the digits hold.
    const broken = interpret(drawLogits(passport, [{ line: 1, column: 3, odds: { '<': 0.998, '8': 0.0015 } }]));
    expect(broken?.lines).toEqual(passport);
    const printed = [passport[0]!, `L8<8902C${passport[1]!.slice(8)}`];
    expect(interpret(drawLogits(printed))?.lines).toEqual(printed);
  });

  it.each([
    ['28, 29 and 27', card, [28, 29, 27]],
    ['28', card, [28, 28, 28]],
    ['42, by an issuer that no table knows for it', passport, [42, 42]],
    [
      '34, by an issuer that no table knows for it',
      ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
      [34, 34],
    ],
  ])('gives back lines of %s as they are', (_lengths, whole, lengths) => {
    const printed = whole.map((line, index) => line.slice(0, lengths[index]));
    // Lines of one document are equally long on paper, and behind them something looks like
    // fillers.
    const logits = printed.flatMap((text, line) => {
      const tail = '<'.repeat(whole[line]!.length - text.length);
      const faint = [...tail].map((_, at) => ({ line: 0, column: text.length + at, odds: { _: 0.999, '<': 0.001 } }));
      return drawLogits([text + tail], faint, (4 * Math.max(...lengths)) / text.length);
    });
    const reading = interpret(logits);
    expect(reading?.lines).toEqual(printed);
    expect(reading?.score).toBeLessThan(95);
  });

  it('keeps the fillers that a shadow takes from the end of one line', () => {
    const faint = [41, 42, 43].map((column) => ({ line: 0, column, odds: { _: 0.999, '<': 0.001 } }));
    expect(interpret(drawLogits(passport, faint))?.lines).toEqual(passport);
  });

  it('is not sure of a name in which two characters are equally likely', () => {
    const reading = interpret(drawLogits(passport, [{ line: 0, column: 6, odds: { R: 0.6, H: 0.4 } }]));
    expect(reading?.lines).toEqual(passport);
    expect(reading?.score).toBeLessThan(70);
    expect(reading?.characters[0]?.[6]).toMatchObject({ character: 'R', alternatives: [{ character: 'H' }] });
  });

  it('takes noise among the fillers that end a name for fillers', () => {
    const reading = interpret(drawLogits(passport, [{ line: 0, column: 40, odds: { K: 0.8, '<': 0.2 } }]));
    expect(reading?.lines).toEqual(passport);
    expect(reading?.repairs).toEqual([{ line: 0, column: 40, before: 'K', after: '<', reason: 'structure' }]);
  });

  it('puts a digit that no name can hold right', () => {
    const reading = interpret(drawLogits(passport, [{ line: 0, column: 11, odds: { '0': 0.9, O: 0.1 } }]));
    expect(reading?.lines).toEqual(passport);
    expect(reading?.repairs).toEqual([{ line: 0, column: 11, before: '0', after: 'O', reason: 'alphabet' }]);
  });

  describe('where a name line has more characters than its format', () => {
    const overfull = [`${passport[0]}<<`, passport[1]!];

    it('drops fillers that follow the name, and no letter of it', () => {
      const reading = interpret(drawLogits(overfull, [{ line: 0, column: 7, odds: { I: 0.97, T: 0.03, _: 1e-5 } }]));
      expect(reading?.lines).toEqual(passport);
    });

    it('reads it, however many fillers there are', () => {
      expect(interpret(drawLogits([`${passport[0]}<<<<<<`, passport[1]!]))?.lines).toEqual(passport);
    });

    it('drops what may be no character rather than a filler', () => {
      const doubled = [passport[0]!.replace('RIK', 'RRIK'), passport[1]!];
      const reading = interpret(drawLogits(doubled, [{ line: 0, column: 7, odds: { R: 0.9, _: 0.1 } }]));
      expect(reading?.lines).toEqual(passport);
    });

    it('is not sure which of them it is where both are as likely', () => {
      const doubled = [passport[0]!.replace('RIK', 'RNIK'), passport[1]!];
      const reading = interpret(drawLogits(doubled, [{ line: 0, column: 7, odds: { N: 0.997, _: 0.003 } }]));
      expect(reading?.score).toBeLessThan(95);
    });
  });

  it('takes lines of one length for one document, even where one of them is short of a character', () => {
    const logits = drawLogits(card, [{ line: 2, column: 25, odds: { '<': 0.0005 } }]);
    logits[2]!.logProbs[(25 * 4 + 5) * classCount] = Math.log(0.9995);
    expect(interpret(logits)?.lines).toEqual(card);
  });

  it('tells zeros from Os by how the document prints those whose place tells which they are', () => {
    const printsLikeO = { '0': 0.4, O: 0.6 };
    const zeros = [
      [0, 7],
      [0, 8],
      [0, 9],
      [0, 10],
      [0, 11],
      [1, 2],
      [1, 11],
    ] as const; // five in the number, two in the dates
    const lines = ['C<UTOCA00000AA4<<<<<<<<<<<<<<<', '8703282F2808314UTO<<<<<<<<<<<0', card[2]!];
    const reading = interpret(
      drawLogits(
        lines,
        zeros.map(([line, column]) => ({ line, column, odds: printsLikeO })),
      ),
    );
    expect(reading?.lines[0]).toBe(lines[0]);
  });

  it('reads what looks alike in a row as the same character', () => {
    const odds = [0.12, 0.15, 0.6, 0.55, 0.12].map((zero) => ({ '0': zero, O: 1 - zero }));
    const lines = ['C<UTOCA00000AA4<<<<<<<<<<<<<<<', '8703282F2808314UTO<<<<<<<<<<<0', card[2]!];
    const doubts = odds.map((doubt, index) => ({ line: 0, column: 7 + index, odds: doubt }));
    expect(interpret(drawLogits(lines, doubts))?.lines).toEqual(lines);
  });

  it('is not sure of Os among doubtful zeros of a number, however clear, where check digits cannot tell', () => {
    const odds = [0.001, 0.001, 0.6, 0.6, 0.001].map((zero) => ({ '0': zero, O: 1 - zero }));
    const lines = ['C<UTOCA00000AA4<<<<<<<<<<<<<<<', '8703282F2808314UTO<<<<<<<<<<<0', card[2]!];
    const doubts = odds.map((doubt, index) => ({ line: 0, column: 7 + index, odds: doubt }));
    expect(interpret(drawLogits(lines, doubts))?.score).toBeLessThan(95);
  });

  it('finds the line that is missing a faint character', () => {
    const logits = drawLogits(passport, [{ line: 0, column: 43, odds: { '<': 0.02 } }]);
    logits[0]!.logProbs[(43 * 4 + 5) * classCount] = Math.log(0.98);
    expect(interpret(logits)?.lines).toEqual(passport);
  });

  describe('where something hides the end of a line', () => {
    const hide = (lines: readonly string[], line: number, from: number) =>
      drawLogits(
        lines,
        Array.from({ length: lines[line]!.length - from }, (_, index) => ({ line, column: from + index, odds: { _: 0.98, '<': 0.02 } })),
      );

    it('is sure of the fillers that must follow a name that has ended, if check digits prove the document', () => {
      const reading = interpret(hide(passport, 0, 40));
      expect(reading?.lines).toEqual(passport);
      expect(reading?.score).toBeGreaterThanOrEqual(95);
      expect(reading?.score).toBeLessThan(100);
    });

    it.each([
      ['a name that may go on', ['P<UTOERIKSSON<<ANNA<MARIA<ELISABETH<GRETA<<<', passport[1]!], 0, 42],
      ['a document that they contradict', [passport[0]!, 'L898902C37UTO7408122F1204159ZE184226B<<<<<10'], 0, 40],
      [
        'a number, which may have more digits',
        ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8'],
        1,
        38,
      ],
    ])('but not of those of %s', (_, lines, line, from) => {
      expect(interpret(hide(lines, line, from))?.score).toBeLessThan(50);
    });
  });

  it('leaves out a line of other print above the zone', () => {
    const reading = interpret(drawLogits(['REPUBLICOFUTOPIA', ...passport]));
    expect(reading?.lines).toEqual(passport);
  });

  it('gives nothing for lines that are no zone', () => {
    expect(interpret(drawLogits(['BOARDING', 'GATE12']))).toBeUndefined();
  });

  it.each([
    ['code lines of a payment slip', ['376214<6900683<16131<68364<84439435108<<<<<<', '<410641920512384891<1110703<1045866485933979']],
    ['three of them', ['990672663153672557308897507766', '235931<7316697649<06618187853<', '<<1841626392769763126551257474']],
    ['a list led to its numbers', ['GHGHIHFEUESCHKHLMO<<<<<<<<<<<<<<<<<<<<<<<<37', 'BRCNFHGU<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<96']],
  ])('gives nothing for %s, however clear', (_, lines) => {
    expect(interpret(drawLogits(lines))).toBeUndefined();
  });

  it('gives nothing for strips without characters', () => {
    expect(interpret([{ logProbs: new Float32Array(0), steps: 0, classes: classCount }])).toBeUndefined();
  });

  it('says which of the strips it read', () => {
    expect(interpretLines(drawLogits(['REPUBLICOFUTOPIA', ...passport, 'SPECIMEN']), options)?.strips).toEqual([1, 2]);
  });
});
