import type { MrzDocument } from '@ocr-web/mrz';

export type DocumentType = 'passport' | 'identity_card' | 'visa' | 'driving_licence' | 'other';

/**
 * What kind of document it is, by its layout and the first letters of its code (ICAO Doc 9303-3
 * §4.3, 9303-4 to 9303-7).
 */
export function documentType({ format, code = '' }: Pick<MrzDocument, 'format' | 'code'>): DocumentType {
  if (format === null) return 'other';
  if (format.endsWith('-DL')) return 'driving_licence';
  if (format === 'MRVA' || format === 'MRVB') return 'visa';
  if (format === 'IND-PASSPORT') return 'passport';
  if (format === 'TD3') return code.startsWith('P') ? 'passport' : code.startsWith('I') ? 'identity_card' : 'other';
  // AC is a crew member's certificate; the Chinese permits say what they are in a layout of their
  // own.
  return format !== 'CHN-EP' && code !== 'AC' && /^[ACI]/.test(code) ? 'identity_card' : 'other';
}
