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

async function parse(stdin: string): Promise<unknown[]> {
  const { code, stdout, stderr } = await runCaptured(['parse'], stdin);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test('one object for each document, whatever the line ends and however many empty lines', async () => {
  const stdin = `\r\n${td3.join('\r\n')}\r\n \r\n\r\n${td1.join('\n')}`;
  expect(await parse(stdin)).toEqual([
    { ...anna, type_doc: 'P', number: 'L898902C3', mrz: { format: 'TD3', lines: td3 } },
    { ...anna, type_doc: 'ID', number: 'D23145890', mrz: { format: 'TD1', lines: td1 } },
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
