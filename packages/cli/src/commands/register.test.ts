import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

// Made up: a German passport, and the Spanish specimen card.
const passport = ['P<D<<SPECIMEN<<HANS<<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X000017D<<8501019M3001019<<<<<<<<<<<<<<08'];
const card = ['IDESPBAA000589599999999R<<<<<<', '8001014F2501017ESP<<<<<<<<<<<7', 'ESPANOLA<ESPANOLA<<CARMEN<<<<<'];
const scans = [
  { file: 'passport.jpg', status: 'COM', mrz: { format: 'TD3', lines: passport } },
  { id: 7, object: 'scan', result: { documents: [{ lines: card }] } },
];
const ndjson = scans.map((scan) => `${JSON.stringify(scan)}\n`).join('');

const property = {
  ...{ cz_idub: '123456789012', cz_abbreviation: 'VODPO', name: 'Hotel Pošta', district: 'Strakonice', municipality: 'Vodňany' },
  postal_code: '38901',
};
const stay = { arrival_date: '2026-11-23', departure_date: '2026-11-26', purpose: '10' };
const guests = [{ desk: { municipality: 'Berlin', address: 'Musterstraße 1', residence_country: 'DEU' } }];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('the file of a night goes to standard output, in the bytes of the register', async () => {
  const { code, stdout, stderr } = await runCaptured(
    ['register', '--to', 'ubyport', '--stay', save('stay.json', { property, stay, guests }), save('scans.ndjson', ndjson)],
    '',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'valid: 2 guests, 0 refusals, 0 warnings\n' });
  // Windows-1250, taken for UTF-8 by this test: š and ň are one byte each there.
  expect(stdout.replaceAll('\ufffd', '?').split('\r\n')).toEqual([
    expect.stringMatching(/^A\|2\|123456789012\|VODPO\|Hotel Po\?ta\|\|Strakonice\|Vod\?any\|\|\|\|\|38901\|2026\.11\.23 \d\d:00:00\|\|$/),
    'U|23.11.2026|26.11.2026|SPECIMEN|HANS||01.01.1985|||DEU|Berlin, Musterstra?e 1, DEU|C01X00001||10||',
    'U|23.11.2026|26.11.2026|ESPANOLA ESPANOLA|CARMEN||01.01.1980|||ESP||99999999R||10||',
    '',
  ]);
});

test('a reading that is not sure is a warning, of scans as of the service', async () => {
  const [first, second] = [
    { file: 'passport.jpg', valid_score: 83, mrz: { lines: passport } },
    { id: 7, result: { documents: [{ lines: card, score: 100 }] } },
  ];
  const args = ['register', '--to', 'ubyport', '--check', '--stay', save('unsure.json', { property, stay, guests })];
  const { code, stdout } = await runCaptured(args, `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
  expect({ code, lines: stdout.split('\n') }).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^warning guests\.0\.desk\.surname \(passport\.jpg\): .* not surely/),
      expect.stringContaining('given_names'),
      expect.stringContaining('nationality'),
      'valid: 2 guests, 0 refusals, 3 warnings',
      '',
    ],
  });
});

test('--check prints what is missing, where to type it and in the language asked for, and writes no file', async () => {
  const args = ['register', '--to', 'ses', '--check', '--language', 'es'];
  const { code, stdout } = await runCaptured(args, ndjson);
  expect(code).toBe(1);
  const lines = stdout.split('\n');
  expect(lines).toContain('refusal guests.0.desk.address (passport.jpg): Falta: Dirección (calle y número). Escríbalo.');
  expect(lines).toContain('refusal property.es_establishment: Falta: Código del establecimiento (SES). Escríbalo.');
  expect(lines.at(-2)).toBe('refused: 2 guests, 18 refusals, 0 warnings');
});

test('a refusal is exit code 1, and standard output stays empty', async () => {
  const { code, stdout, stderr } = await runCaptured(['register', '--to', 'siba'], ndjson);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('refusal stay.arrival_date: Day of arrival is missing. Type it.\n');
});

test('--template names what is to be typed, and can be filled in', async () => {
  const { code, stdout } = await runCaptured(['register', '--to', 'ubyport', '--template'], ndjson);
  expect({ code, template: JSON.parse(stdout) }).toEqual({
    code: 0,
    template: {
      property: { cz_idub: '', cz_abbreviation: '', name: '', district: '', municipality: '', postal_code: '' },
      stay: { arrival_date: '', departure_date: '', purpose: '' },
      guests: [{ desk: {} }, { desk: {} }],
    },
  });
  const filled = { ...JSON.parse(stdout), property, stay };
  const { code: second } = await runCaptured(['register', '--to', 'ubyport', '--stay', save('filled.json', filled)], ndjson);
  expect(second).toBe(0);
});

test('variants are files of their own', async () => {
  const italian = { property: { it_state_codes: { DEU: '100000001' }, it_flat: '12' }, stay, guests: [{ desk: { birth_country: 'DEU' } }] };
  const args = ['register', '--to', 'alloggiati', '--variant', 'flats', '--stay', save('italian.json', italian)];
  const { stdout } = await runCaptured(args, ndjson.split('\n')[0]);
  expect(stdout).toBe(
    `1623/11/202603${'SPECIMEN'.padEnd(50)}${'HANS'.padEnd(30)}101/01/1985${' '.repeat(11)}100000001100000001PASOR${'C01X00001'.padEnd(20)}10000000112    `,
  );
  const { code, stderr } = await runCaptured(['register', '--to', 'ses', '--variant', 'fax'], ndjson);
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'ocr-web: --variant of ses must be one of portal, soap, not "fax". See --help.\n' });
});

test.each([
  [['register'], '', 'Name a register with --to: ses, alloggiati, siba, ubyport, evisitor.'],
  [['register', '--to', 'ses', 'nowhere.ndjson'], '', 'There is no file nowhere.ndjson.'],
  [['register', '--to', 'ses', '--stay', 'nowhere.json'], '', 'nowhere.json cannot be read (ENOENT).'],
  [['register', '--to', 'ses'], '{}\n[1]\n', 'Line 2 of the scans is no JSON object: they are lines of "ocr-web scan --json".'],
  [['register', '--to', 'ses', '--check', '--template'], '', '--check and --template contradict each other.'],
])('%j with "%s" is refused', async (args, stdin, message) => {
  expect(await runCaptured(args, stdin)).toEqual({ code: 2, stdout: '', stderr: `ocr-web: ${message} See --help.\n` });
});

test('a value that no register knows is refused by its place', async () => {
  const path = save('typo.json', { property: { adress: 'x' }, stay: { rooms: 2 }, guests: [{ desk: [] }], notes: '' });
  const { stderr } = await runCaptured(['register', '--to', 'ses', '--stay', path], ndjson);
  const problems = [
    'notes: there is no such part',
    'property.adress: there is no such value',
    'stay.rooms: must be a text',
    'guests.0.desk: must be an object',
  ];
  expect(stderr).toBe(`ocr-web: ${path}: ${problems.join('; ')}. See --help.\n`);
});
