import { type V1Fields, v1Fields } from '@ocr-web/mrz';
import type { ZoneReading } from './reading.ts';

/** The v1 keys of a finished scan, in their order; the data are null and the rest false or 0 where no zone was found. */
export type V1Result = { readonly mrz_detected: boolean; readonly status: 'COM' } & {
  readonly [Key in Exclude<keyof V1Fields, 'mrz_detected'>]: V1Fields[Key] | (V1Fields[Key] extends boolean ? false : null);
} & { readonly valid_score: number };

const nothingFound: V1Result = {
  mrz_detected: false,
  status: 'COM',
  type_doc: null,
  country: null,
  date_of_birth: null,
  expiration_date: null,
  names: null,
  surname: null,
  nationality: null,
  number: null,
  sex: null,
  valid_composite: false,
  valid_date_of_birth: false,
  valid_expiration_date: false,
  valid_number: false,
  valid_score: 0,
};

/** What v1 says about a reading: its best zone. */
export function v1Result({ zones: [best] }: { readonly zones: readonly Pick<ZoneReading, 'document' | 'score'>[] }): V1Result {
  if (!best) return nothingFound;
  const { mrz_detected, ...fields } = v1Fields(best.document);
  return { mrz_detected, status: 'COM', ...fields, valid_score: best.score };
}
