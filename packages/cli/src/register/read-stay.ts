import { readFile } from 'node:fs/promises';
import { type Registration, readRegistration } from '@ocr-web/registers';
import { UsageError } from '../cli-error.ts';
import type { ReadGuest } from './read-guests.ts';

/**
 * Reads stay.json and puts the scans to its guests, in order. Guests without a scan are those whose
 * values are all typed.
 *
 * @param path undefined where nothing is typed yet
 * @throws UsageError that names what is wrong in the file
 */
export async function readStay(path: string | undefined, scans: readonly ReadGuest[]): Promise<Registration> {
  const { registration, problems } = readRegistration(path === undefined ? {} : parse(await read(path), path));
  if (problems.length > 0) throw new UsageError(`${path}: ${problems.join('; ')}.`);
  const count = Math.max(scans.length, registration.guests.length);
  const guests = Array.from({ length: count }, (_, index) => ({
    ...registration.guests[index],
    zone: scans[index]?.zone,
    score: scans[index]?.score,
  }));
  return { ...registration, guests };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON.`);
  }
}
