import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { recordFailure, recordResult, type ScannedFile } from '../scan-record.ts';
import { type OutputFormat, openWriter } from './open-writer.ts';

const timing = { total_ms: 12.5, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
const noMrz = {
  code: 'no_mrz' as const,
  message: 'No zone. Turn it over.',
  page: 0,
  document: null,
  line: null,
  found: null,
  needed: null,
};
const scanned: readonly ScannedFile[] = [
  recordResult('scans/a.png', { documents: [], pages: [], hints: [noMrz], timing }),
  recordFailure('odd, "name".png', { code: 'file.missing', message: 'There is no such file.' }),
];

async function write(format: OutputFormat, withHints: boolean, files = scanned): Promise<string> {
  const output = new PassThrough();
  const written = text(output);
  const writer = openWriter(format, output, withHints);
  for (const file of files) await writer.write(file);
  await writer.end();
  output.end();
  return await written;
}

test('ndjson: a line a file, hints where they are wanted', async () => {
  const [first, second] = scanned;
  expect(await write('ndjson', false)).toBe(`${JSON.stringify(first?.record)}\n${JSON.stringify(second?.record)}\n`);
  expect(JSON.parse((await write('ndjson', true)).split('\n')[0] ?? '')).toEqual({ ...scanned[0]?.record, hints: [noMrz] });
});

test('json: one array, also of nothing', async () => {
  expect(JSON.parse(await write('json', false))).toEqual(scanned.map(({ record }) => record));
  expect(JSON.parse(await write('json', true, scanned.slice(0, 1)))).toEqual([{ ...scanned[0]?.record, hints: [noMrz] }]);
  expect(await write('json', false, [])).toBe('[]\n');
});

test('csv: names of the columns, quotes where they are needed', async () => {
  const head =
    'file,status,mrz_detected,type_doc,country,surname,names,number,nationality,date_of_birth,sex,expiration_date,valid_score,valid_composite,' +
    'valid_number,valid_date_of_birth,valid_expiration_date,mrz_format,mrz_lines,total_ms,error_code,error_message';
  expect(await write('csv', false)).toBe(
    `${head}\r\nscans/a.png,COM,false,,,,,,,,,,0,false,false,false,false,,,12.5,,\r\n` +
      '"odd, ""name"".png",ERR,false,,,,,,,,,,,false,false,false,false,,,,file.missing,There is no such file.\r\n',
  );
  expect((await write('csv', true)).split('\r\n').slice(0, 2)).toEqual([
    `${head},hint_codes,hint_messages`,
    'scans/a.png,COM,false,,,,,,,,,,0,false,false,false,false,,,12.5,,,no_mrz,No zone. Turn it over.',
  ]);
  expect(await write('csv', false, [])).toBe(`${head}\r\n`);
});

test.each([
  ["=cmd|' /C calc'!A0.png", `'=cmd|' /C calc'!A0.png`],
  ['+1.png', `'+1.png`],
  ['-1.png', `'-1.png`],
  ['@SUM(A1).png', `'@SUM(A1).png`],
  ['\t=1.png', `"'\t=1.png"`],
  ['\r=1.png', `"'\r=1.png"`],
  ['\n=1.png', `"'\n=1.png"`],
  ['=HYPERLINK("http://a","b").png', `"'=HYPERLINK(""http://a"",""b"").png"`],
  ['\uff1d1.png', `'\uff1d1.png`],
  ['a;=1.png', `"a;=1.png"`],
  ['a=1.png', 'a=1.png'],
])('csv: a spreadsheet takes no cell for a formula: %j', async (file, cell) => {
  const message = '@refused';
  const failed: ScannedFile = { ...recordFailure(file, { code: 'file.missing', message }), hints: [{ ...noMrz, message: '=1' }] };
  const csv = await write('csv', true, [failed]);
  expect(csv.slice(csv.indexOf('\r\n') + 2)).toBe(
    `${cell},ERR,false,,,,,,,,,,,false,false,false,false,,,,file.missing,'@refused,no_mrz,'=1\r\n`,
  );
  expect(JSON.parse(await write('ndjson', false, [failed]))).toEqual(failed.record);
});

test('table: what was read besides the zone stands below it', async () => {
  const quad = [
    { x: 10, y: 20 },
    { x: 110, y: 20 },
    { x: 110, y: 150 },
    { x: 10, y: 150 },
  ] as const;
  const value = (text: string, confidence: number) => ({ value: text, confidence, quad, evidence: 'visual' as const });
  const visual = {
    page: 0,
    document: null,
    fields: { given_names: value('ANNA\u001b[2J MARIA', 0.97), place_of_birth: value('ZENITH', 0.936), surname: value('ERIKSSOM', 0.2) },
    checks: { given_names: 'mismatch' as const, surname: 'not_found' as const, birth_date: 'not_found' as const },
  };
  const portrait = { kind: 'portrait' as const, page: 0, box: [10.4, 20.2, 110.4, 150] };
  const barcodes = [
    {
      page: 0,
      kind: 'code_39' as const,
      quad,
      text: 'RSSMRA80A01H501U',
      content: { standard: 'codice_fiscale', fields: {}, checks: { surname: 'match' } },
    },
    { page: 0, kind: 'pdf417' as const, quad, text: `@\n\u001eANSI ${'0'.repeat(80)}` },
  ];
  const result = { documents: [], pages: [], hints: [noMrz], timing, visual: [visual], portraits: [portrait], signatures: [], barcodes };
  const sides = [{ agrees: ['surname', 'birth_date'], sides: [{ file: 'a.png' }, { file: 'b.png' }], fields: {} }];
  const scan = recordResult('a.png', result as unknown as Parameters<typeof recordResult>[1], true);
  const file = { ...scan, record: { ...scan.record, sides } } as unknown as ScannedFile;
  expect((await write('table', false, [file])).split('\n').slice(2)).toEqual([
    '',
    'a.png',
    '  given_names     ANNA MARIA                                                    DIFFERS FROM THE ZONE',
    '  place_of_birth  ZENITH                                                        94 % sure, only in print',
    '  surname         ERIKSSOM                                                      not clearly as in the zone',
    '  birth_date      –                                                             not found in print',
    '  portrait        100 x 130 pixels                                              at 10, 20',
    '  signature       –                                                             none found',
    '  code_39         RSSMRA80A01H501U                                              surname match',
    `  pdf417          @ ANSI ${'0'.repeat(52)}…`,
    '  one card        a.png + b.png                                                 both say surname, birth_date',
    '  No zone. Turn it over.',
    '',
  ]);
});

test('table: the hints stand below it', async () => {
  expect((await write('table', false)).split('\n').slice(1)).toEqual([
    expect.stringMatching(/^scans\/a\.png {2,}No machine readable zone found\. +13$/),
    expect.stringMatching(/^odd, "name"\.png {2}There is no such file\.$/),
    '',
    'scans/a.png',
    '  No zone. Turn it over.',
    '',
  ]);
});
