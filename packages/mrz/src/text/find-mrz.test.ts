import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../test/properties.contract.ts';
import { generateMrz } from '../generate-mrz.ts';
import { formats } from '../generated/formats.ts';
import { findMrz } from './find-mrz.ts';

/** Documents of every shape, holders invented. */
const documents = {
  TD3: ['P<UTOSPECIMEN<PROBE<<ANNA<MARIA<<<<<<<<<<<<<', 'X1234567<7UTO8001014F3101012<<<<<<<<<<<<<<08'],
  'TD3 with a personal number': ['PPUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  MRVA: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
  MRVB: ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
  'FRA-ID': ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'],
  'CHE-DL': ['AAA001D<<', 'FACHE305142128097<<800126<<<<<', 'MARCHAND<<FABIENNE<<<<<<<<<<<<'],
} as const;

type Name = keyof typeof documents;
const all = Object.keys(documents) as Name[];
const but = (...left: Name[]): Name[] => all.filter((name) => !left.includes(name));
const found = (text: string): string[][] => findMrz(text).map(({ lines }) => [...lines]);
const codes = (text: string): string[] => [...new Set(findMrz(text).flatMap(({ issues }) => issues.map(({ code }) => code)))];
const trimEnds = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/<+$/, ''));

type Damage = readonly [kind: string, codes: readonly string[], names: readonly Name[], damage: (lines: readonly string[]) => string];

const damages: readonly Damage[] = [
  ['nothing', [], all, (lines) => lines.join('\n')],
  ['CR LF', [], all, (lines) => `${lines.join('\r\n')}\r\n`],
  ['CR', [], all, (lines) => lines.join('\r')],
  ['U+2028', [], all, (lines) => lines.join('\u2028')],
  ['U+2029', [], all, (lines) => lines.join('\u2029')],
  ['NEL', [], all, (lines) => lines.join('\u0085')],
  ['one string', ['line.split'], but('CHE-DL'), (lines) => lines.join('')],
  ['a TAB between the lines', ['line.split'], all, (lines) => lines.join('\t')],
  ['a blank between the lines', ['line.split'], all, (lines) => lines.join(' ')],
  ['one string in small letters', ['line.split', 'text.adjusted'], but('CHE-DL'), (lines) => lines.join('').toLowerCase()],
  ['one string in groups of four', ['line.split', 'text.adjusted'], but('CHE-DL'), (lines) => lines.join('').replace(/.{4}/g, '$& ')],
  [
    'blanks for fillers within the line',
    ['filler.restored'],
    all,
    (lines) => lines.map((line) => line.replace(/(?<=\w)<(?=\w)/g, ' ').replace(/(?<=\w)<<(?=\w)/, '  ')).join('\n'),
  ],
  ['blanks for all fillers', ['filler.restored'], all, (lines) => lines.map((line) => line.replaceAll('<', ' ')).join('\n')],
  ['no-break blanks for all fillers', ['filler.restored'], all, (lines) => lines.map((line) => line.replaceAll('<', '\u00a0')).join('\n')],
  ['fillers at line ends lost', ['line.padded'], all, (lines) => trimEnds(lines).join('\n')],
  [
    'fillers at line ends lost, a blank between the lines',
    ['line.split', 'line.padded'],
    but('CHE-DL'),
    (lines) => trimEnds(lines).join(' '),
  ],
  ['guillemets', ['character.replaced'], all, (lines) => lines.map((line) => line.replaceAll('<<', '«')).join('\n')],
  ['underscores', ['character.replaced'], all, (lines) => lines.map((line) => line.replaceAll('<', '_')).join('\n')],
  [
    'fullwidth',
    ['text.adjusted', 'character.replaced'],
    all,
    (lines) => lines.join('\n').replace(/[<A-Z0-9]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)),
  ],
  ['entities', ['character.replaced'], all, (lines) => lines.join('\n').replaceAll('<', '&lt;')],
  [
    'zero-width blanks',
    ['text.adjusted'],
    all,
    (lines) => lines.map((line) => `\ufeff${line.slice(0, 9)}\u200b${line.slice(9)}\u200d`).join('\n'),
  ],
  [
    'no-break blanks within',
    ['text.adjusted'],
    all,
    (lines) => lines.map((line) => `${line.slice(0, 7)}\u00a0${line.slice(7)}`).join('\n'),
  ],
  ['groups of five', ['text.adjusted'], all, (lines) => lines.map((line) => line.replace(/.{5}/g, '$& ')).join('\n')],
  ['empty lines between', [], all, (lines) => lines.join('\n \n\n')],
  [
    'a page around',
    [],
    all,
    (lines) => `UTOPIA\nPassport No. X1234567\n\nSurname SPECIMEN, given names ANNA\n${lines.join('\n')}\n\nPage 2 of 3\n`,
  ],
  ['bullets', [], all, (lines) => lines.map((line) => `- ${line}`).join('\n')],
  [
    'quotes, fillers at line ends lost',
    ['line.padded'],
    all,
    (lines) =>
      trimEnds(lines)
        .map((line) => `'${line}',`)
        .join('\n'),
  ],
  ['labels before the lines', ['line.split'], all, (lines) => lines.map((line, index) => `MRZ ${index + 1}: ${line}`).join('\n')],
  ['JSON', ['line.split'], all, (lines) => JSON.stringify({ lines })],
];

describe('zones in text', () => {
  for (const [kind, expected, names, damage] of damages) {
    it.each(names)(`${kind}: %s`, (name) => {
      const lines = documents[name];
      const text = damage(lines);
      expect([found(text), text === lines.join('\n') ? [] : codes(text).filter((code) => !expected.includes(code))]).toEqual([
        [[...lines]],
        [],
      ]);
      // Never silent: a line without an issue stands in the text as it is.
      for (const { lines: read, spans, issues } of findMrz(text)) {
        const changed = new Set(issues.map(({ line }) => line));
        const asPrinted = spans.map(([start, end], line) => (changed.has(line) ? read[line] : text.slice(start, end)));
        expect(asPrinted).toEqual(read);
      }
    });
  }
});

const [passport, card] = [documents.TD3, documents.TD1];

describe('findMrz', () => {
  it('tells what was changed, and where', () => {
    const text = ' X1 Passport\n  P<UTOSPECIMEN PROBE<<ANNA«MARIA\nx1234567<7UTO8001014F3101012______________08 ';
    expect(findMrz(text)).toEqual([
      {
        format: 'TD3',
        lines: ['P<UTOSPECIMEN<PROBE<<ANNA<<MARIA<<<<<<<<<<<<', passport[1]],
        spans: [
          [15, 46],
          [47, 91],
        ],
        issues: [
          { code: 'filler.restored', line: 0, column: 13, length: 1, text: ' ' },
          { code: 'character.replaced', line: 0, column: 25, length: 2, text: '«' },
          { code: 'line.padded', line: 0, column: 32, length: 12, text: '' },
          { code: 'text.adjusted', line: 1, column: 0, length: 44, text: 'x1234567<7UTO8001014F3101012______________08' },
          { code: 'character.replaced', line: 1, column: 28, length: 14, text: '______________' },
        ],
      },
    ]);
  });

  it('finds every zone of a page in order, whatever its format', () => {
    const shuffled = [...all, ...all].map((name) => documents[name]);
    expect(found(shuffled.map((lines) => lines.join('\n')).join('\n'))).toEqual(shuffled);
    expect(found(shuffled.map((lines) => lines.join(' ')).join(' '))).toEqual(shuffled);
    expect(found(shuffled.map((lines) => `Page 1\n${lines.join('\n')}\n\nP. 2 of 3\tVERY IMPORTANT\n`).join('\f'))).toEqual(shuffled);
  });

  it.each(formats.map((format) => [format.name, format] as const))(
    '%s: made-up documents come back from a page, well-formed ones unchanged',
    (_, format) => {
      for (let seed = 0; seed < 100; seed++) {
        const { lines } = generateMrz(format, mulberry32(seed));
        const zones = findMrz(`Seite 1 von 2\n\n${lines.join('\r\n')}\nENDE`);
        expect(zones.map((zone) => [zone.format, zone.lines, zone.issues])).toEqual([[format.name, lines, []]]);
      }
    },
  );

  it('a letter for a check digit does not hide a zone that lost its fillers', () => {
    const damaged = passport[1].replace('<7UTO', '<TUTO');
    expect(found(`${passport[0].replace(/<+$/, '')}\n${damaged}`)).toEqual([[passport[0], damaged]]);
  });

  it('a damaged zone that stands there whole is found, so that it can be reported', () => {
    const damaged = [passport[0], passport[1].replace('8001014', '8001015')];
    expect(findMrz(`UTOPIA\n${damaged.join('\n')}`)).toMatchObject([{ lines: damaged, issues: [] }]);
  });

  it.each([
    ['prose', 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr.\nPassports and visas are to be shown at the desk\n'],
    ['one line alone', passport[0]],
    ['a second line alone', `PASSPORT\n${passport[1]}`],
    ['a heading above a second line', `PASSPORT UTOPIA\n${passport[1]}`],
    ['a heading below a card', `${card[0]}\n${card[1]}\nPAGE 1`],
    ['characters missing within a line', `${passport[0]}\n${passport[1].replace('UTO', '')}`],
    ['one string whose digits do not agree', passport.join('').replace('8001014F310', '8101014F410')],
    ['lines of other lengths', 'I<UTONOVAK<<JAN<<<<<<<<<<<<<<<<<<<<\n123456<AA5UTO8110251M1801020749313<'],
    ['a padded line whose digits do not agree', `P<UTOSPECIMEN<<ANNA\n${passport[1].replace('8001014F310', '8101014F410')}`],
  ])('nothing in %s', (_, text) => {
    expect(findMrz(text)).toEqual([]);
  });

  it('reads a million characters, and lines of two thousand', () => {
    const zone = passport.join('\n');
    expect(found(`${'<\n'.repeat(499_000)}${zone}`)).toEqual([[...passport]]);
    expect(found(`${' '.repeat(1_000_000)}\n${zone}`)).toEqual([]);
    expect(found(`${'A '.repeat(900)}${card.join(' ')}`)).toEqual([[...card]]);
    expect(found(`${'A '.repeat(1000)}${card.join(' ')}`)).toEqual([]);
  });
});
