import { readFileSync } from 'node:fs';
import { v1Result, v2Result } from '@ocr-web/results';
import { describe, expect, test } from 'vitest';
import { specimenReading } from '../../test/specimen-reading.ts';
import { testKeys } from '../../test/test-keys.ts';
import { sealText, unsealText } from '../crypto/key-ring.ts';
import { decodeReading, encodeReading, openReading, sealReading } from './stored-reading.ts';

/**
 * What a service of this version has written. It lies in databases for as long as operators keep
 * scans, so it is never changed.
 */
const version1 = readFileSync(new URL('../../test/stored-reading-1.txt', import.meta.url), 'utf8');

describe('a text of version 1', () => {
  test('is read, and v1 says the same of it as ever', () => {
    expect(JSON.stringify(v1Result(decodeReading(version1)))).toBe(
      '{"mrz_detected":true,"status":"COM","type_doc":"P","country":"UTO","date_of_birth":"740812","expiration_date":"120415","names":"ANNA MARIA","surname":"ERIKSSON","nationality":"UTO","number":"L898902C3","sex":"F","valid_composite":true,"valid_date_of_birth":true,"valid_expiration_date":true,"valid_number":true,"valid_score":100}',
    );
  });

  test('is to v2 as the reading itself', () => {
    expect(v2Result(decodeReading(version1))).toEqual(v2Result(specimenReading()));
  });

  test('is what is written: a reading of another shape needs another version', () => {
    expect(JSON.parse(encodeReading(specimenReading()))).toEqual(JSON.parse(version1));
  });
});

test('a reading comes back as it was written, without what JSON leaves out', () => {
  const reading = specimenReading();
  expect(decodeReading(encodeReading(reading))).toEqual(JSON.parse(JSON.stringify(reading)));
});

test.each([
  ['{"version":2,"reading":{"zones":["ERIKSSON"]}}', 'The stored reading has version 2; this service knows version 1.'],
  ['{"reading":{"zones":["ERIKSSON"]}}', 'The stored text is no reading.'],
  ['{"version":"1","reading":{"zones":["ERIKSSON"]}}', 'The stored text is no reading.'],
  ['{"version":1,"reading":null}', 'The stored text is no reading.'],
  ['null', 'The stored text is no reading.'],
  ['{"version":1,"reading":"ERIKSSON', 'The stored text is no reading.'],
  ['', 'The stored text is no reading.'],
])('%s is refused, and nothing of it is quoted', (text, message) => {
  expect(() => decodeReading(text)).toThrow(new Error(message));
});

describe('sealed', () => {
  const owner = '00000000-0000-4000-8000-000000000001';
  const reading = specimenReading();

  test('a reading takes less than half of its text, and comes back under its key only', async () => {
    const [key, other] = [await testKeys.keys.create(owner), await testKeys.keys.create(owner)];
    const stored = sealReading(key, reading);
    expect(stored.length).toBeLessThan(encodeReading(reading).length / 2);
    expect(openReading(key, stored)).toEqual(decodeReading(encodeReading(reading)));
    expect(() => openReading(other, stored)).toThrow();
  });

  test('a text from before there was a packing is read', async () => {
    const key = await testKeys.keys.create(owner);
    expect(openReading(key, sealText(key, 'reading', version1))).toEqual(decodeReading(version1));
  });

  test('what is packed is no text that can be read, and nothing of it is quoted', async () => {
    const key = await testKeys.keys.create(owner);
    const text = unsealText(key, 'reading', sealReading(key, reading));
    expect(text).not.toContain('ERIKSSON');
    expect(() => decodeReading(text)).toThrow(new Error('The stored text is no reading.'));
  });

  test('without a key it is its text', () => {
    expect(sealReading(undefined, reading)).toBe(encodeReading(reading));
    expect(openReading(undefined, version1)).toEqual(decodeReading(version1));
  });
});
