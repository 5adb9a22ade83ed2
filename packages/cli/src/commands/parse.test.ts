import { expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

// Specimens of ICAO Doc 9303: part 4 appendix B (TD3), part 5 appendix B (TD1).
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

const anna = {
  mrz_detected: true,
  country: 'UTO',
  date_of_birth: '740812',
  expiration_date: '120415',
  names: 'ANNA MARIA',
  surname: 'ERIKSSON',
  nationality: 'UTO',
  sex: 'F',
  valid_composite: true,
  valid_date_of_birth: true,
  valid_expiration_date: true,
  valid_number: true,
  valid_score: 100,
};

async function parse(stdin: string, ...options: string[]): Promise<unknown[]> {
  const { code, stdout, stderr } = await runCaptured(['parse', ...options], stdin);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test('one object for each document, whatever the line ends and however many empty lines', async () => {
  const stdin = `\r\n${td3.join('\r\n')}\r\n \r\n\r\n${td1.join('\n')}`;
  expect(await parse(stdin)).toEqual([
    { ...anna, type_doc: 'P', number: 'L898902C3', mrz: { format: 'TD3', lines: td3, issues: [] } },
    { ...anna, type_doc: 'ID', number: 'D23145890', mrz: { format: 'TD1', lines: td1, issues: [] } },
  ]);
});

test('a wrong check digit is reported, not repaired', async () => {
  const [first, second] = td3 as [string, string];
  const wrong = second.replace('7408122', '7408123');
  const [document] = await parse(`${first}\n${wrong}\n`);
  expect(document).toMatchObject({
    date_of_birth: '740812',
    valid_date_of_birth: false,
    valid_composite: false,
    mrz: { lines: [first, wrong] },
  });
  expect((document as { valid_score: number }).valid_score).toBeLessThanOrEqual(80);
});

test('text that is no machine readable zone', async () => {
  const [document] = await parse('Lorem ipsum\n');
  expect(document).toMatchObject({ mrz_detected: false, surname: null, valid_number: false, valid_score: 0, mrz: { format: null } });
});

test('nothing in, nothing out', async () => {
  expect(await parse('\n\n')).toEqual([]);
});

test('what was changed is an issue, and the score says so', async () => {
  const [first, second] = td3 as [string, string];
  const issue = { code: 'line.padded', line: 0, column: 25, length: 19, text: '' };
  expect(await parse(`UTOPIA\n${first.slice(0, 25)}\n${second}\n`)).toEqual([
    {
      ...anna,
      type_doc: 'P',
      number: 'L898902C3',
      valid_score: 90,
      mrz: {
        format: 'TD3',
        lines: td3,
        issues: [
          {
            ...issue,
            message:
              'line 1, column 26 "": the line ended too early and was padded with fillers; what no check digit covers may be missing there',
          },
        ],
      },
    },
  ]);
});

test('--repair proposes what check digits single out, and says so', async () => {
  const [first, second] = td3 as [string, string];
  const printed = [first, second.replace('F12', 'FI2')];
  const [plain] = await parse(printed.join('\n'));
  const [repaired] = await parse(printed.join('\n'), '--repair');
  expect(plain).toMatchObject({ expiration_date: 'I20415', valid_expiration_date: false, mrz: { lines: printed } });
  expect(repaired).toMatchObject({
    expiration_date: '120415',
    valid_expiration_date: true,
    valid_score: 94,
    mrz: {
      lines: td3,
      repair: { status: 'proposed', changes: [{ line: 1, column: 21, from: 'I', to: '1', check: 'expiryDate' }], printed },
    },
  });
});

test('--repair leaves alone what holds', async () => {
  const [document] = await parse(td1.join('\n'), '--repair');
  expect(document).toMatchObject({ valid_score: 100, mrz: { lines: td1, repair: { status: 'holds', changes: [], printed: td1 } } });
});
