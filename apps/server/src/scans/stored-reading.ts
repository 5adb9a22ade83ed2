import type { Reading } from '@ocr-web/reader';

/**
 * The version that is written. A reading whose shape has changed gets a new one, and
 * `decodeReading` a case that still reads the old one.
 */
const version = 1;

/**
 * Writes everything that was read in a file as the text that is stored: JSON, with the version of
 * its shape.
 */
export function encodeReading(reading: Reading): string {
  return JSON.stringify({ version, reading });
}

/**
 * Reads a stored text.
 *
 * @throws Error for a text that is no stored reading, or of a version that is not known here, such
 *   as one that a newer service wrote. The message quotes nothing of it
 */
export function decodeReading(text: string): Reading {
  const stored = parse(text);
  if (typeof stored?.version !== 'number' || typeof stored.reading !== 'object' || stored.reading === null)
    throw new Error('The stored text is no reading.');
  if (stored.version === version) return stored.reading as Reading;
  throw new Error(`The stored reading has version ${stored.version}; this service knows version ${version}.`);
}

function parse(text: string): { readonly version?: unknown; readonly reading?: unknown } | null {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, which says who somebody is.
    return null;
  }
}
