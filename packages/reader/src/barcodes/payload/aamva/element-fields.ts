import type { BarcodeField } from '../barcode-content.ts';

/** How an element is written. */
export type ElementKind = 'text' | 'date' | 'sex' | 'height' | 'postal_code';

/** What is read of data elements: the first one that is there. */
export type ElementField = {
  readonly field: BarcodeField;
  /** Letters of the elements, the newest standard's first. */
  readonly elements: readonly string[];
  readonly kind: ElementKind;
};

/**
 * Data elements and what they are (DL/ID Card Design Standard 2020, tables D.3 and D.4; 2000,
 * table 5, for those that only the first version has: DAL to DAP, DAR to DAT, DBK).
 */
export const elementFields: readonly ElementField[] = [
  { field: 'document_number', elements: ['DAQ'], kind: 'text' },
  { field: 'document_discriminator', elements: ['DCF'], kind: 'text' },
  { field: 'social_security_number', elements: ['DBK'], kind: 'text' },
  { field: 'name_suffix', elements: ['DCU', 'DAE'], kind: 'text' },
  { field: 'birth_date', elements: ['DBB'], kind: 'date' },
  { field: 'place_of_birth', elements: ['DCI'], kind: 'text' },
  { field: 'sex', elements: ['DBC'], kind: 'sex' },
  { field: 'issue_date', elements: ['DBD'], kind: 'date' },
  { field: 'expiry_date', elements: ['DBA'], kind: 'date' },
  { field: 'city', elements: ['DAI', 'DAN'], kind: 'text' },
  { field: 'region', elements: ['DAJ', 'DAO'], kind: 'text' },
  { field: 'postal_code', elements: ['DAK', 'DAP'], kind: 'postal_code' },
  { field: 'height', elements: ['DAU', 'DAV'], kind: 'height' },
  { field: 'weight', elements: ['DAW', 'DAX'], kind: 'text' },
  { field: 'eye_colour', elements: ['DAY'], kind: 'text' },
  { field: 'hair_colour', elements: ['DAZ'], kind: 'text' },
  { field: 'vehicle_class', elements: ['DCA', 'DAR'], kind: 'text' },
  { field: 'restrictions', elements: ['DCB', 'DAS'], kind: 'text' },
  { field: 'endorsements', elements: ['DCD', 'DAT'], kind: 'text' },
];

/** Lines of an address: the mailing address, else that of the residence. */
export const streetElements: readonly (readonly string[])[] = [
  ['DAG', 'DAH'],
  ['DAL', 'DAM'],
];

/** Said in place of a value that there is none (annex D.12.5.1: NONE, unavl). */
export const isAbsent = (value: string): boolean => /^(?:none|unavl|n\/a)$/i.test(value);
