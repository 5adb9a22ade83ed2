import { readdirSync, readFileSync } from 'node:fs';
import { parseMrz } from '@ocr-web/mrz';
import { expect, it } from 'vitest';
import { readsLikeZone } from './reads-like-zone.ts';

const today = '2026-11-23';
const passport = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'], { today });
const misread = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'X898902C31UTO7408120F1204150ZE184226B<<<<<22'], { today });
/** An all but empty document is no document: a list whose entries are led to their numbers. */
const codeAndDigit = parseMrz(['P<GHIHFEUESCHKHLMO<<<<<<<<<<<<<<<<<<<<<<<<37', 'BRCNFHGU<4<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<96'], { today });
const leaders = parseMrz(['C<DEUBSEAD<<<<<<<<<<<<<<<<<<<<<<<<76', '4OM7OB8OU0<<<<<<<<<<<<<<<<<<<<<<<<02'], { today });
/** Rows whose digits stand before their dots as well, as those of a TD1 with a state. */
const sparse = parseMrz(['CSUTO<<<<<<<<<<<<<<<<<<<<<<<<9', '01<<<<<<<<<<<<<<<<<<<<<<<<4477', 'Q<<<<<<<<<<<<<<<<<<<<<<<<<<<<Z'], { today });
const shortest = parseMrz(['I<D<<A1234<<<0<<<<<<<<<<<<<<<<', '7408122F1204159D<<<<<<<<<<<<<6', 'LI<<XI<<<<<<<<<<<<<<<<<<<<<<<<'], {
  today,
});
const speck = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<1', 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<02'], { today });
/** What a façade was read as: digits hold, one of them over nothing but zeros. */
const zeros = parseMrz(['A3<<XXRZXXX<R<DR<<OBODD<ODOODDOVDD<O', '3D03Q20090ODO0000000M000000000000000'], { today });
/** What a receipt was read as: the digit of a driving licence happens to hold. */
const receipt = parseMrz(['D1ZDZ9<9DL<492D<AZ35<405806ER2'], { today });
const oneUnknownLine = parseMrz(['DUMUJS0U0SSIU0UU000D1UJ00SSBH3'], { today });
const twoUnknownLines = (...lines: string[]) => parseMrz(lines, { today });
const clear = { meanConfidence: 0.99, confidence: 0.9, logLikelihoodRatio: 0 };

it.each([
  ['two lines, read well', passport, clear, true],
  ['two lines, hardly read, a digit holds', passport, { ...clear, meanConfidence: 0.4, confidence: 0.01 }, true],
  ['two lines, hardly read, no digit holds', misread, { ...clear, meanConfidence: 0.4, confidence: 0.01 }, false],
  ['two lines, damaged', passport, { ...clear, confidence: 0.01, logLikelihoodRatio: -50 }, true],
  ['two lines, little that a document would say', passport, { ...clear, logLikelihoodRatio: -110 }, true],
  ['two lines, most of it nothing that a document would say', passport, { ...clear, logLikelihoodRatio: -130 }, false],
  ['two lines, only a code and a digit', codeAndDigit, clear, false],
  ['a list with leaders, of which a state and a digit hold', leaders, clear, false],
  ['rows of dots that hold next to nothing', sparse, clear, false],
  ['digits that hold, one of them over nothing but zeros', zeros, clear, false],
  ['as little as a document may say', shortest, clear, true],
  ['a passport whose filled line ends in a speck', speck, clear, true],
  ['one line, doubtful, its digit holds', receipt, { meanConfidence: 0.91, confidence: 0.106, logLikelihoodRatio: -10 }, false],
  ['one line of a known format, read clearly', receipt, { ...clear, logLikelihoodRatio: -9 }, true],
  ['one line of a known format, nothing that a document would say', receipt, { ...clear, logLikelihoodRatio: -22 }, false],
  ['one line of no known format', oneUnknownLine, clear, false],
  ['no known format, a state', twoUnknownLines('ID<ESP<<<<<<<<<<<<<<<<<<<<<<', '10000296<B<<<<<<<<<<<<<<<<<<'), clear, true],
  ['no known format, a name', twoUnknownLines('X<<SPECIMEN<<ANNA<<<<<<<<<<<<<<<', 'ABCDEFGH12345678<<<<<<<<<<<<<<<<'), clear, true],
  ['no known format, a dump', twoUnknownLines('KE3<HUS<<DE<4K9J<<ABQ7<LK<XZ<MU', 'XTH82<<B<KLAUS<<M7<HGF<K2<<9QZ'), clear, false],
  [
    'no known format, a list',
    twoUnknownLines('ZEONMARUBEA<<<<<<<<<<<<<<<<<<<<<<<<<85', 'OUWCZUEUNB<<<<<<<<<<<<<<<<<<<<<<<<<<22'),
    clear,
    false,
  ],
  [
    'no known format, a code line',
    twoUnknownLines('4203<919006947<053<03230<1808183447<', '494<344<32617504082<92901<84655044<<<<<<<<<<'),
    clear,
    false,
  ],
] as const)('%s', (_what, document, evidence, expected) => {
  expect(readsLikeZone(document, evidence)).toBe(expected);
});

const specimens = new URL('../../../../mrz/specimens/', import.meta.url);
it.each(readdirSync(specimens))('the specimen %s', (name) => {
  const lines = readFileSync(new URL(`${name}/lines.txt`, specimens), 'utf8')
    .trim()
    .split('\n');
  const document = parseMrz(lines, { today, keepLines: true });
  expect(document.format === null || readsLikeZone(document, clear)).toBe(true);
});
