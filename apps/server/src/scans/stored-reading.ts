import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Reading } from '@ocr-web/reader';
import { type DataKey, sealBytes, unsealBytes } from '../crypto/key-ring.ts';

/**
 * The version that is written. A reading whose shape has changed gets a new one, and
 * `decodeReading` a case that still reads the old one.
 */
const version = 1;

/** Before what is packed; a text that was sealed as it is begins with a brace. */
const packed = 1;

/** The fastest: it leaves a quarter, and the slowest hardly less. */
const level = 1;

const column = 'reading';

/**
 * Seals a reading as its row keeps it, packed by DEFLATE (RFC 1951): sealed it cannot be packed any
 * more, and four times as much costs a server more than the packing. Without a key the text stays
 * as it is.
 */
export function sealReading(key: DataKey | undefined, reading: Reading): string {
  const text = encodeReading(reading);
  if (!key) return text;
  return sealBytes(key, column, Buffer.concat([Uint8Array.of(packed), deflateRawSync(text, { level })]));
}

/**
 * Opens what `sealReading` made with the same key, and texts that were sealed before there was a
 * packing.
 *
 * @throws Error for what was altered, and what `decodeReading` throws
 */
export function openReading(key: DataKey | undefined, stored: string): Reading {
  if (!key) return decodeReading(stored);
  const bytes = unsealBytes(key, column, stored);
  return decodeReading((bytes[0] === packed ? inflateRawSync(bytes.subarray(1)) : bytes).toString());
}

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
