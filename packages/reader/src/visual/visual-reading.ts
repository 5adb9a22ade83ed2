import { type Quad, scaleQuad } from '../geometry/quad.ts';

/** What the visual zone of a document may say (ICAO 9303-3, 3, and national additions). */
export type VisualKey =
  | 'surname'
  | 'given_names'
  | 'birth_name'
  | 'nationality'
  | 'sex'
  | 'birth_date'
  | 'place_of_birth'
  | 'issue_date'
  | 'expiry_date'
  | 'authority'
  | 'document_number'
  | 'personal_number'
  | 'support_number'
  | 'card_access_number'
  | 'address'
  | 'height'
  | 'eye_colour'
  | 'surname_native'
  | 'given_names_native'
  | 'parents'
  | 'remarks'
  | 'visa_type'
  | 'entries'
  | 'duration';

/** A value as printed for people. No check digit proves it. */
export type VisualField = {
  readonly value: string;
  /** Probability that exactly this is printed, 0 to 1. */
  readonly confidence: number;
  /** Where it stands, in pixels of the page as stored; of several lines what holds all of them. */
  readonly quad: Quad;
};

/**
 * Whether print and zone say the same. `mismatch`: the same thing is printed there, clearly
 * legible, and says something else. `not_found`: nothing alike could be read.
 */
export type VisualCheck = 'match' | 'mismatch' | 'not_found';

/** What is printed for people on one document of a page. */
export type VisualReading = {
  /** Index of the page, from 0. */
  readonly page: number;
  /** Whether it belongs to a zone that was read on this page; else the picture shows none. */
  readonly besideZone: boolean;
  readonly fields: Readonly<Partial<Record<VisualKey, VisualField>>>;
  /** For what the zone says as well. */
  readonly checks: Readonly<Partial<Record<VisualKey, VisualCheck>>>;
};

/** The same where a pixel of the page is so many times as wide and high. */
export function scaleVisual(reading: VisualReading, byX: number, byY: number): VisualReading {
  const fields = Object.entries(reading.fields).map(([key, field]) => [key, { ...field, quad: scaleQuad(field.quad, byX, byY) }]);
  return { ...reading, fields: Object.fromEntries(fields) };
}
