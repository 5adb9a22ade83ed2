import { expect, test } from 'vitest';
import { type LaidLine, layLine, logitsOf } from '../../../../test/visual/lay-lines.ts';
import { passport, readLaidPage as read, small } from '../../../../test/visual/read-laid-page.ts';
import { findPattern } from '../../match/find-pattern.ts';
import { wordPattern } from '../../match/name-pattern.ts';
import { classOf } from '../../recognise/text-alphabet.ts';
import { writeNationality } from './write-nationality.ts';

/** The nationality of a passport of a State whose page has this line under the label. */
function nationalityOf(state: string, text: string, ...others: LaidLine[]) {
  const zone = passport.map((line) => line.replace('UTO', state));
  const { values } = read(zone, [
    ['ERIKSSON', 100, 65],
    ['ANNA MARIA', 100, 85],
    ['Nationality', 100, 100, small],
    [text, 100, 115],
    ['12.08.1974', 100, 140],
    ...others,
  ]);
  return values.nationality;
}

test.each([
  ['FRA', 'Françaisê', 'Française'],
  ['FRA', 'FRANCAISE', 'FRANCAISE'],
  ['FRA', 'Francaise', 'Française'],
  ['BEL', 'Belgê', 'Belge'],
  ['ESP', 'ESPAÑÕLA', 'ESPAÑOLA'],
])('words of %s have their accents and no others: %s is %s', (state, printed, value) => {
  expect(nationalityOf(state, printed)).toBe(value);
});

test.each([
  ['CZE', 'ČESKÁ REPUBLIKA / CZECHREPUBLIC', 'ČESKÁ REPUBLIKA / CZECH REPUBLIC'],
  ['ISL', 'ÍSLENSKTI ICELANDIC', 'ÍSLENSKT/ ICELANDIC'],
  ['IND', 'RR / INDIAN', 'भारतीय / INDIAN'],
])('words of %s are parted as they are known to be: %s is %s', (state, printed, value) => {
  expect(nationalityOf(state, printed)).toBe(value);
});

test.each([
  ['ALB', 'Shaiptare/Albanian', 'Shqiptare/Albanian'],
  ['IRL', 'ÉIREANNCH/IRISH', 'ÉIREANNACH/IRISH'],
  ['CUB', 'CUBANO', 'CUBANO'],
])('a long word of %s of which one letter is missed or another one is known: %s is %s', (state, printed, value) => {
  expect(nationalityOf(state, printed)).toBe(value);
});

test('so are the other words of a State that one of them tells, where no zone does', () => {
  const lines: readonly LaidLine[] = [
    ['Nationality', 100, 100, small],
    ['Shaiptare/Albanian', 100, 115],
  ];
  expect(read(undefined, lines).values.nationality).toBe('Shqiptare/Albanian');
});

test('an office of the State is none', () => {
  expect(nationalityOf('USA', 'UNITED STATES DEPARTMENT OF STATE')).toBeUndefined();
});

test('a code that its label names counts before the State’s name elsewhere', () => {
  expect(nationalityOf('EST', 'EST', ['EESTI/EST', 300, 140])).toBe('EST');
});

test('where no zone tells it, the name of a State as a heading is none, nor a place that its label names', () => {
  const page = (text: string, label: string) =>
    read(undefined, [
      [text, 100, 20],
      ['Surname', 100, 50, small],
      ['ERIKSSON', 100, 65],
      [label, 100, 80, small],
      ['BAHAMAS', 100, 95],
    ]).values;
  expect(page('REPÚBLICA DE COLOMBIA', 'Country of birth')).toEqual({ surname: 'ERIKSSON', place_of_birth: 'BAHAMAS' });
  expect(page('SPECIMEN', 'xxxxx').nationality).toBe('BAHAMAS');
});

test('a longer word of which a letter is hardly seen is not added to', () => {
  const printed = 'UNITED STATES OF AMERICA';
  const logits = logitsOf(printed, 0.999);
  const behindIt = (logits.steps - 1) * logits.classes;
  logits.logProbs[behindIt + classOf('N')!] = Math.log(0.03);
  const reading = layLine([printed, 100, 115], logits);
  const words = ['UNITED', 'STATES', 'AMERICA', 'AMERICAN'].flatMap((word) => findPattern(wordPattern(word), [reading]));
  expect(words.map(({ text }) => text)).toContain('AMERICAN');
  expect(writeNationality(reading, words, 'USA').value).toBe('UNITED STATES OF AMERICA');
});
