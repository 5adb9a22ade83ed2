/** What a barcode may say of a document or of its holder. */
export type BarcodeField =
  | 'surname'
  | 'given_names'
  | 'name_suffix'
  | 'birth_date'
  | 'birth_place_code'
  | 'place_of_birth'
  | 'sex'
  | 'issue_date'
  | 'expiry_date'
  | 'signature_date'
  | 'document_number'
  | 'document_discriminator'
  | 'personal_number'
  | 'social_security_number'
  | 'address'
  | 'city'
  | 'region'
  | 'postal_code'
  | 'country'
  | 'height'
  | 'weight'
  | 'eye_colour'
  | 'hair_colour'
  | 'vehicle_class'
  | 'restrictions'
  | 'endorsements'
  | 'document_type'
  | 'authority'
  | 'certificate'
  | 'perimeter';

/**
 * What a check came to. `valid`, `invalid`: a check character of its own. `match`, `mismatch`: what
 * the document's zone or print says. `not_verified`: it is signed, and nobody looked whether the
 * signature is right.
 */
export type BarcodeVerdict = 'valid' | 'invalid' | 'match' | 'mismatch' | 'not_verified';

/** What is checked: the barcode itself, or what it says against the document. */
export type BarcodeCheck =
  | 'check_character'
  | 'signature'
  | 'surname'
  | 'given_names'
  | 'birth_date'
  | 'sex'
  | 'expiry_date'
  | 'document_number'
  | 'personal_number';

/**
 * What a barcode says, by the standard that it follows: AAMVA's driver licences and identity cards,
 * the Italian codice fiscale, the French 2D-Doc.
 */
export type BarcodeContent = {
  readonly standard: 'aamva' | 'codice_fiscale' | '2d_doc';
  /** Of the standard, as the barcode writes it; undefined where it writes none. */
  readonly version?: string;
  /** Dates as ISO dates; sex as M, F or X. */
  readonly fields: Readonly<Partial<Record<BarcodeField, string>>>;
  readonly checks: Readonly<Partial<Record<BarcodeCheck, BarcodeVerdict>>>;
};
