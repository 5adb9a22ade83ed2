import { expect, test } from 'vitest';
import { readZoneTexts } from './read-zone-texts.ts';

const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const broken = ['P<UTOERIKSSON<<ANNA', 'L8989'];

async function read(...lines: readonly string[]): Promise<(readonly string[])[]> {
  async function* feed(): AsyncGenerator<string> {
    yield* lines;
  }
  const found: (readonly string[])[] = [];
  for await (const text of readZoneTexts(feed())) found.push(text.lines);
  return found;
}

test.each([
  ['several zones without an empty line', [...td3, ...td1, ...td3], [td3, td1, td3]],
  ['an empty line within a zone', ['UTOPIA', '', td3[0], ' ', td3[1], '', ...td1], [td3, td1]],
  ['a page around', ['PASSPORT', '', 'Surname: ERIKSSON', 'x', 'y', '', ...td3, '', 'Page 1'], [td3]],
  [
    'an unreadable zone keeps its place',
    [...broken, '', ...td3, '', ...broken, '', '', ...td1, '', ...broken],
    [broken, td3, broken, td1, broken],
  ],
  ['no zone at all', ['', 'Lorem', 'ipsum', '', 'dolor'], [['Lorem', 'ipsum']]],
  ['nothing', ['', ' '], []],
])('%s', async (_, lines, expected) => {
  expect(await read(...(lines as string[]))).toEqual(expected);
});

test('a zone is there as soon as the empty line behind it is', async () => {
  async function* feed(): AsyncGenerator<string> {
    yield* [...td3, ''];
    throw new Error('asked for more');
  }
  const { value } = await readZoneTexts(feed()).next();
  expect(value).toMatchObject({ lines: td3, issues: [] });
});
