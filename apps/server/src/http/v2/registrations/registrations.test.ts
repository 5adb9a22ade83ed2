import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registration, type RegistrationBody, RegistrationGuestValues, RegistrationProperty, RegistrationStay } from '@ocr-web/api';
import { EngineError } from '@ocr-web/reader';
import { guestFacts, propertyFacts, stayFacts } from '@ocr-web/registers';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { specimenReading } from '../../../../test/specimen-reading.ts';
import { startTestServer, type TestServer, testToken } from '../../../../test/start-test-server.ts';
import { dataUri, onePixelJpeg, onePixelPng } from '../../../../test/uploads/pictures.ts';

const passport = ['P<D<<SPECIMEN<<HANS<<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X000017D<<8501019M3001019<<<<<<<<<<<<<<08'];

let server: TestServer;
let hold: PromiseWithResolvers<void> | undefined;
beforeAll(async () => {
  // A JPEG shows the passport, a GIF cannot be read, everything else shows nothing.
  server = await startTestServer({
    read: async (bytes) => {
      await hold?.promise;
      if (bytes[0] === 0x47) throw new EngineError('picture.corrupt', 'no');
      return bytes[0] === 0xff ? specimenReading(passport) : { ...specimenReading(), zones: [] };
    },
  });
}, 120_000);
afterAll(() => server.remove());

const onePixelGif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

async function scan(bytes: Buffer, reference?: string, prefer = 'wait=20'): Promise<number> {
  const body = JSON.stringify({ file: dataUri(bytes), reference });
  const answer = await server.request('/api/v2/scans', { method: 'POST', headers: { ...headersOf(testToken), prefer }, body });
  return ((await answer.json()) as { id: number }).id;
}

async function makeToken(name: string): Promise<string> {
  const answer = await server.request('/api/v2/admin/tokens', {
    method: 'POST',
    headers: headersOf(testToken),
    body: JSON.stringify({ name }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const send = (body: unknown, token = testToken) =>
  server.request('/api/v2/registrations', { method: 'POST', headers: headersOf(token), body: JSON.stringify(body) });

/** The answer as the schema has it. */
async function check(body: unknown): Promise<RegistrationBody> {
  const answer = await send(body);
  expect(answer.status).toBe(200);
  const registration = (await answer.json()) as RegistrationBody;
  expect(Value.Errors(Registration, registration)).toEqual([]);
  return registration;
}

const property = {
  ...{ cz_idub: '123456789012', cz_abbreviation: 'VODPO', name: 'Hotel Specimen', district: 'Strakonice', municipality: 'Vodňany' },
  postal_code: '38901',
};
const stay = { arrival_date: '2026-11-23', departure_date: '2026-11-26', purpose: '10' };
const night = { register: 'ubyport', local_time: '2026-11-23T18:00:00', property, stay };
const line = 'U|23.11.2026|26.11.2026|SPECIMEN|HANS||01.01.1985|||DEU||C01X00001||10||\r\n';

const fileOf = ({ file }: RegistrationBody) => new TextDecoder('windows-1250').decode(Buffer.from(file?.content ?? '', 'base64'));

describe('a stay and its scans', () => {
  test('become the file, with what each value comes from', async () => {
    const id = await scan(onePixelJpeg);
    const registration = await check({ ...night, guests: [{ scan_id: id, desk: { note: 'late' } }] });
    const { guests, file, ...rest } = registration;
    expect(rest).toEqual({ object: 'registration', register: 'ubyport', variant: 'file', valid: true, issues: [] });
    expect(guests).toEqual([{ index: 0, scan_id: id, reported: true, values: expect.any(Array) }]);
    expect(guests[0]?.values).toContainEqual({ field: 'surname', value: 'SPECIMEN', source: 'zone', doubt: null });
    expect(guests[0]?.values).toContainEqual({ field: 'note', value: 'late', source: 'desk', doubt: null });
    expect([file?.name, file?.media_type]).toEqual(['123456789012_2611231800.unl', 'text/plain']);
    expect(fileOf(registration).split('\r\n')[1]).toBe('U|23.11.2026|26.11.2026|SPECIMEN|HANS||01.01.1985|||DEU||C01X00001||10||late');
  });

  test('by a reference: every scan that bears it and is not named, oldest first', async () => {
    const [first, second, third] = [
      await scan(onePixelJpeg, 'room 7'),
      await scan(onePixelJpeg, 'room 7'),
      await scan(onePixelJpeg, 'room 8'),
    ];
    const registration = await check({ ...night, reference: 'room 7', guests: [{ scan_id: second }] });
    expect(registration.guests.map(({ scan_id }) => scan_id)).toEqual([second, first]);
    expect(third).toBeGreaterThan(0);
    expect(fileOf(registration).match(/^U\|/gm)).toHaveLength(2);
  });

  test('or the lines of a zone that was read elsewhere', async () => {
    expect(fileOf(await check({ ...night, guests: [{ lines: passport }] }))).toContain(line);
  });

  test('are refused guest by guest and field by field, in the language asked for', async () => {
    const { valid, file, issues } = await check({ ...night, stay: {}, language: 'pt', guests: [{ scan_id: await scan(onePixelPng) }] });
    expect([valid, file]).toEqual([false, null]);
    expect(issues.map(({ of, guest, field, code }) => [of, guest, field, code].join(' '))).toEqual([
      'stay  arrival_date missing',
      'stay  departure_date missing',
      'stay  purpose missing',
      'guest 0 surname missing_name',
      'guest 0 birth_date missing',
      'guest 0 nationality missing',
      'guest 0 document_number missing',
    ]);
    expect(issues[0]).toEqual({
      ...{ severity: 'refusal', code: 'missing', of: 'stay', guest: null, field: 'arrival_date', register_field: 'ubytování od' },
      ...{ value: null, expected: null, message: 'Falta: Data de entrada.', way_out: 'Escreva-o.' },
    });
  });

  test('that failed count as guests of whom nothing was read', async () => {
    const id = await scan(onePixelGif);
    expect((await check({ ...night, guests: [{ scan_id: id }] })).guests).toEqual([{ index: 0, scan_id: id, reported: true, values: [] }]);
  });
});

describe('what is refused', () => {
  const problemOf = async (answer: Response) => {
    const { status, code, detail, errors } = (await answer.json()) as Record<string, unknown>;
    return { status, code, detail, errors };
  };

  test('a scan that is not there, or is somebody else’s, alike', async () => {
    const id = await scan(onePixelJpeg);
    const other = await makeToken('other');
    const missing = (scanId: number) => ({
      status: 404,
      code: 'not_found',
      detail: `guests.0: There is no scan ${scanId}.`,
      errors: undefined,
    });
    expect(await problemOf(await send({ ...night, guests: [{ scan_id: id }] }, other))).toEqual(missing(id));
    expect(await problemOf(await send({ ...night, guests: [{ scan_id: 999_999 }] }))).toEqual(missing(999_999));
    // A reference finds the caller's own scans only.
    await scan(onePixelJpeg, 'room 9');
    const answer = await send({ ...night, reference: 'room 9' }, other);
    expect(((await answer.json()) as RegistrationBody).guests).toEqual([]);
  });

  test('a scan that has not been read yet', async () => {
    hold = Promise.withResolvers();
    try {
      const id = await scan(onePixelJpeg, undefined, 'respond-async');
      expect(await problemOf(await send({ ...night, guests: [{ scan_id: id }] }))).toMatchObject({
        status: 409,
        code: 'scan.not_completed',
      });
    } finally {
      hold.resolve();
      hold = undefined;
    }
  });

  test.each([
    [{ register: 'viza' }, 'register'],
    [{ register: 'ses', variant: 'flats' }, 'variant'],
    [{ register: 'ses', guests: [{ scan_id: 1, lines: passport }] }, 'guests.0.lines'],
    [{ register: 'ses', guests: [{ desk: { adress: 'x' } }] }, 'guests.0.desk.adress'],
    [{ register: 'ses', stay: { rooms: 2 } }, 'stay.rooms'],
  ])('%j', async (body, field) => {
    expect(await problemOf(await send(body))).toMatchObject({ status: 400, code: 'field.invalid', errors: [{ field }] });
  });
});

test('nothing of it is kept: neither in the database nor in the log', async () => {
  await check({ ...night, guests: [{ lines: passport, desk: { surname: 'Unrepeatable', phone: '+420 111 222 333' } }] });
  const files = readdirSync(server.directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const stored = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
  expect(stored).toContain('SQLite format 3');
  expect(stored).not.toMatch(/Unrepeatable|111 222 333/i);
  expect(server.log.join('\n')).not.toMatch(/Unrepeatable|111 222 333|SPECIMEN/i);
});

test('the schemas name the values that registers know, and no others', () => {
  expect(Object.keys(RegistrationGuestValues.properties)).toEqual(Object.keys(guestFacts));
  expect(Object.keys(RegistrationStay.properties)).toEqual(Object.keys(stayFacts));
  expect(Object.keys(RegistrationProperty.properties)).toEqual([...Object.keys(propertyFacts), 'it_state_codes', 'hr_document_types']);
});
