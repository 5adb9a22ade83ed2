import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLine, layLines, logitsOf, nearlyLine } from '../../../../test/visual/lay-lines.ts';
import { classOf, textClassCount } from '../../recognise/text-alphabet.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';
const second = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const zoneOf = (surname: string) => parseMrz([`P<UTO${surname}<<ANNA<MARIA`.padEnd(44, '<'), second], { today });
const eriksson = zoneOf('ERIKSSON');

/** A line in which one character is seen as another one, a little more surely than what it is. */
function misread(line: LaidLine, at: number, seen: string, ratio: number) {
  const logits = logitsOf(line[0], 0.999);
  const steps = Array.from({ length: 3 }, (_, step) => (4 * at + step) * textClassCount);
  for (const from of steps) {
    logits.logProbs[from + classOf(line[0][at]!)!] = Math.log(0.99 / (1 + ratio));
    logits.logProbs[from + classOf(seen)!] = Math.log((0.99 * ratio) / (1 + ratio));
  }
  return layLine(line, logits);
}

describe('a name that is read doubtfully', () => {
  const line: LaidLine = ['ERIKSSON', 100, 65];
  const doubtful = misread(line, 2, 'T', 2.5);
  const checkOf = (...looks: LaidLine[]) => findFields(eriksson, [doubtful], today, 1, layLines(looks)).checks.surname;

  test('is looked at once more', () => {
    const { checks, doubts } = findFields(eriksson, [doubtful], today);
    expect([doubtful.text, checks.surname]).toEqual(['ERTKSSON', 'match']);
    expect(doubts).toContain(doubtful.line);
  });

  test('is the one of the zone where a closer look shows it', () => {
    expect(checkOf(['ERTKSSON', 100, 65], line)).toBe('match');
  });

  test('is not found where closer looks show another one', () => {
    expect(checkOf(['ERTKSSON', 100, 65])).not.toBe('match');
  });
});

describe('a name whose accents are not sure', () => {
  const bjorn = zoneOf('BJORN');
  const line: LaidLine = ['BJORN', 100, 65];
  const unsure = misread(line, 2, 'Ö', 0.9);

  test('is looked at once more', () => {
    const { values, doubts } = findFields(bjorn, [unsure], today);
    expect([values.surname?.value, values.surname!.confidence < 0.1]).toEqual(['BJORN', true]);
    expect(doubts).toContain(unsure.line);
  });

  test('is spelt as the look that is surest shows it, and not sure', () => {
    const find = (...looks: LaidLine[]) => findFields(bjorn, [unsure], today, 1, layLines(looks)).values.surname!;
    expect(find(['BJÖRN', 100, 65])).toMatchObject({ value: 'BJÖRN', confidence: 0.9 });
    expect(find(['BJÖRN', 100, 165]).value).toBe('BJORN');
  });

  test('is spelt as the surest of two readings of one place shows it, however high that is', () => {
    const { values } = findFields(bjorn, [misread(['BJORN', 100, 65, 13], 2, 'Ö', 0.9), ...layLines([['BJÖRN', 100, 65]])], today);
    expect(values.surname).toMatchObject({ value: 'BJÖRN', confidence: 0.9 });
  });
});

describe('a name that another one is printed for', () => {
  test('differs where two closer looks show the same, and not where one does', () => {
    const page: readonly LaidLine[] = [['ERIIKSZON', 100, 65]];
    const look: LaidLine = ['ERIKSZON', 100, 65];
    const find = (...looks: LaidLine[]) => findFields(eriksson, layLines(page), today, 1, layLines(looks));
    expect(find(look, look)).toMatchObject({ checks: { surname: 'mismatch' }, values: { surname: { value: 'ERIKSZON' } } });
    expect(find(look).checks.surname).toBe('not_found');
  });

  test('differs where its letters are seen as digits that look like them, and not for these', () => {
    const check = (text: string) => findFields(zoneOf('BERGSON'), layLines([[text, 100, 65]]), today).checks.surname;
    expect(check('8EHGS0N')).toBe('mismatch');
    expect(check('8ERGS0N')).toBe('not_found');
  });

  test('differs by less where three readings of its line show the same, and not for two', () => {
    const likely = nearlyLine(['ERIKSSDN', 100, 65], 6, 'O', 8);
    const check = (looks: number) =>
      findFields(
        eriksson,
        [likely],
        today,
        1,
        Array.from({ length: looks }, () => likely),
      ).checks.surname;
    expect([check(0), check(1), check(2)]).toEqual(['not_found', 'not_found', 'mismatch']);
  });

  test('differs where a letter besides is hardly legible, and is written as the zone has that', () => {
    const line = misread(['ERIKTSON', 100, 65], 0, 'F', 1.5);
    const { checks, values } = findFields(eriksson, [line], today);
    expect([line.text, checks.surname, values.surname?.value]).toEqual(['FRIKTSON', 'mismatch', 'ERIKTSON']);
  });

  test('differs whichever accent the other letter has', () => {
    const line: LaidLine = ['ERIKSÑON', 100, 65];
    const { checks } = findFields(eriksson, [misread(line, 5, 'N', 1.5)], today);
    expect(checks.surname).toBe('mismatch');
  });

  test('differs where the first of two equal letters is another one', () => {
    expect(findFields(zoneOf('LLOYD'), layLines([['SLOYD', 100, 65]]), today).checks.surname).toBe('mismatch');
  });

  test('differs where its zone may spell one letter as the two of which one is another', () => {
    const line: LaidLine = ['DOMÍNGUMZ', 100, 65];
    const logits = logitsOf(line[0], 0.999);
    // Ü alone, with a blank behind it, is more probable than U and E.
    for (let step = 0; step < 3; step++) {
      logits.logProbs[(4 * 6 + step) * textClassCount + classOf('Ü')!] = Math.log(0.01);
      logits.logProbs[(4 * 7 + step) * textClassCount] = Math.log(0.001);
    }
    expect(findFields(zoneOf('DOMINGUEZ'), [layLine(line, logits)], today).checks.surname).toBe('mismatch');
  });

  test('differs where a letter besides only looks like the one of the zone', () => {
    const line: LaidLine = ['ALQGHTANI', 100, 65];
    const { checks, values } = findFields(zoneOf('ALQAHTANI'), [misread(line, 2, 'O', 10)], today);
    expect([checks.surname, values.surname?.value]).toEqual(['mismatch', 'ALQGHTANI']);
  });

  test('differs by a letter that is less sure where three readings of its line show the same, and not for two', () => {
    const line: LaidLine = ['ERIKSPON', 100, 65];
    const check = (looks: number) => {
      const readings = Array.from({ length: looks }, () => misread(line, 5, 'D', 0.4));
      return findFields(eriksson, [misread(line, 5, 'D', 0.4)], today, 1, readings).checks.surname;
    };
    expect([check(0), check(1), check(2)]).toEqual(['not_found', 'not_found', 'mismatch']);
  });

  test.each([
    ['M00000003', 'M006000D3'],
    ['M00000003', 'M006D0003'],
  ])('does not where several characters of one kind are each hardly others: %s and %s', (number, printed) => {
    const document = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA'.padEnd(44, '<'), `${number}9UTO7408122F1204159<<<<<<<<<<<<<<00`], { today });
    const logits = logitsOf(printed, 0.999);
    [...printed].forEach((character, at) => {
      if (character === number[at]) return;
      for (let step = 0; step < 3; step++) logits.logProbs[(4 * at + step) * textClassCount + classOf('0')!] = Math.log(0.999) - 2;
    });
    expect(findFields(document, [layLine([printed, 100, 65], logits)], today).checks.document_number).toBe('not_found');
  });
});

describe('a name of four letters that no label names', () => {
  const rita = parseMrz(['P<UTOERIKSSON<<RITA'.padEnd(44, '<'), second], { today });
  const given = (...lines: LaidLine[]) => findFields(rita, layLines(lines), today).checks.given_names;

  test('differs where it stands below the surname, as high and as far left, and not elsewhere', () => {
    expect(given(['ERIKSSON', 100, 65], ['RIGA', 100, 95])).toBe('mismatch');
    expect(given(['ERIKSSON', 100, 65], ['RIGA', 160, 95])).toBe('not_found');
    expect(given(['ERIKSSON', 100, 65], ['RIGA', 100, 195])).toBe('not_found');
    expect(given(['ERIKSSON', 100, 65], ['RIGA', 100, 95, 6])).toBe('not_found');
    expect(given(['ERIKSSON', 100, 95], ['RIGA', 100, 65])).toBe('not_found');
  });

  test('is none where another label names it', () => {
    expect(given(['ERIKSSON', 100, 65], ['Place of birth', 100, 80, 6], ['RIGA', 100, 95])).toBe('not_found');
  });
});

test('a label of a sex names no name', () => {
  const check = (label: string) =>
    findFields(
      zoneOf('SHEHU'),
      layLines([
        [label, 100, 50, 6],
        ['SPEHU', 100, 65],
      ]),
      today,
    ).checks.surname;
  expect([check('Sex'), check('Place of birth')]).toEqual(['mismatch', 'not_found']);
});
