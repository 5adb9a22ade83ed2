import { describe, expect, it } from 'vitest';
import { parseMrz } from '../parse-mrz.ts';
import { findMrz } from '../text/find-mrz.ts';

const today = '2026-11-23';
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'];
const whole = parseMrz(td3, { today });

describe('what parseMrz takes', () => {
  it.each([
    ['CR', td3.join('\r')],
    ['NEL', td3.join('\u0085')],
    ['U+2028', td3.join('\u2028')],
    ['a page of text', `PASSPORT\nUTOPIA\n${td3.join('\n')}\nPage 1`],
    ['two zones', [...td3, ...visa].join('\n')],
    ['lines among others', ['UTOPIA', ...td3]],
  ])('%s: the same as of the lines', (_, input) => {
    expect(parseMrz(input, { today })).toEqual(whole);
  });

  it('one string: the same, and that it was one', () => {
    const issue = { code: 'line.split', line: 1, column: 0, length: 44, text: '' };
    expect([td3.join(''), td3.join('\t'), [td3.join(' ')]].map((input) => parseMrz(input, { today }))).toEqual(
      [1, 2, 3].map(() => ({ ...whole, issues: [issue] })),
    );
  });

  it('a zone of findMrz', () => {
    const documents = findMrz(`${td3.join('\n')}\n${visa.join('\n')}`).map((zone) => parseMrz(zone, { today }));
    expect(documents).toEqual([whole, parseMrz(visa, { today })]);
  });

  it('lines that are to be kept, and lines of a given format, are never searched', () => {
    const short = ['P<UTOERIKSSON<<ANNA<MARIA', td3[1] as string];
    const document = parseMrz(short, { today, keepLines: true });
    expect([document.format, document.lines]).toEqual([null, short]);
  });

  it('nobody knows whether nothing was printed where fillers were put in', () => {
    const lost = parseMrz(
      visa.map((line) => line.replace(/<+$/, '')),
      { today },
    );
    const { optional1 } = lost.fields;
    expect([optional1?.value, optional1?.evidence.status, parseMrz(visa, { today }).fields.optional1?.evidence.status]).toEqual([
      undefined,
      'unprovable',
      'not printed',
    ]);
  });
});
