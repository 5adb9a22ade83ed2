import type { BarcodeContent, BarcodeField } from '../barcode-content.ts';
import { type ElementField, elementFields, isAbsent, streetElements } from './element-fields.ts';
import { issuersByNumber } from './issuers.ts';
import { readDate } from './read-date.ts';
import { readNames } from './read-names.ts';
import { type AamvaElements, type AamvaFile, readSubfiles } from './read-subfiles.ts';

/** DBC: ISO/IEC 5218, before 2003 a letter. */
const sexes: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', '9': 'X', M: 'M', F: 'F', X: 'X' };

/** DCG, of three letters. */
const countries: Readonly<Record<string, string>> = { USA: 'US', CAN: 'CA', MEX: 'MX' };

/**
 * Reads the barcode of a driver licence or identity card of North America (AAMVA DL/ID Card Design
 * Standard, all versions from 2000 to 2020).
 *
 * @returns undefined for any other text
 */
export function parseAamva(text: string): BarcodeContent | undefined {
  const file = readSubfiles(text);
  if (!file || file.elements.size === 0) return undefined;
  const { elements, issuerNumber, version } = file;
  const authority = issuersByNumber[issuerNumber];
  const country = countries[elements.get('DCG') ?? ''] ?? authority?.slice(0, 2);
  const fields: Partial<Record<BarcodeField, string>> = { ...readNames(elements) };
  for (const rule of elementFields) {
    const value = readElement(rule, file, country);
    if (value !== undefined) fields[rule.field] = value;
  }
  const address = readAddress(elements, fields);
  return {
    standard: 'aamva',
    version: String(version),
    fields: { ...fields, ...(address && { address }), ...(country && { country }), ...(authority && { authority }) },
    checks: {},
  };
}

function readElement({ elements: letters, kind }: ElementField, { elements, version }: AamvaFile, country: string | undefined) {
  const value = letters.map((letter) => elements.get(letter)).find((found) => found !== undefined);
  if (value === undefined || isAbsent(value)) return undefined;
  if (kind === 'date') return readDate(value, country, version);
  if (kind === 'sex') return sexes[value];
  if (kind === 'postal_code') return readPostalCode(value);
  return kind === 'height' ? readHeight(value) : value;
}

/** Eleven characters, filled up with spaces or zeros: ZIP+4 in the United States. */
function readPostalCode(value: string): string {
  const zip = /^(\d{5})-?(\d{4})$/.exec(value);
  if (!zip) return value;
  return zip[2] === '0000' ? zip[1]! : `${zip[1]}-${zip[2]}`;
}

/** `068 in`, `173 cm`; before 2003 feet and inches, `508`. */
function readHeight(value: string): string {
  const unit = /^0*(\d{1,3}) ?(in|cm)$/i.exec(value);
  return unit ? `${unit[1]} ${unit[2]!.toLowerCase()}` : value;
}

function readAddress(elements: AamvaElements, { city, region, postal_code: postalCode }: BarcodeContent['fields']): string | undefined {
  const letters = streetElements.find(([first]) => elements.has(first!)) ?? [];
  const lines = letters.flatMap((letter) => elements.get(letter) ?? []).filter((line) => !isAbsent(line));
  const place = [region, postalCode].filter((part) => part !== undefined).join(' ');
  const parts = [...lines, city ?? '', place].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : undefined;
}
