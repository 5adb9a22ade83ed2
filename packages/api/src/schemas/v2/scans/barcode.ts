import { type Static, Type } from 'typebox';
import { Quad } from './quad.ts';

const text = (description: string) => Type.Optional(Type.String({ description }));

const fields = Type.Object(
  {
    surname: text('Family name.'),
    given_names: text('All given names, parted by spaces.'),
    name_suffix: text('Such as JR.'),
    birth_date: text('ISO date.'),
    birth_place_code: text('Italian cadastral code of the municipality or state of birth.'),
    place_of_birth: text('As written.'),
    sex: text('M, F or X.'),
    issue_date: text('ISO date.'),
    expiry_date: text('ISO date.'),
    signature_date: text('ISO date on which it was sealed.'),
    document_number: text('Number of the licence, card or customer.'),
    document_discriminator: text('Tells this card from others of the same person.'),
    personal_number: text('Codice fiscale.'),
    social_security_number: text('In cards of 2000 only; covered where the service covers protected numbers.'),
    address: text('All of the address in one line.'),
    city: text('City of the address.'),
    region: text('State or province of the address.'),
    postal_code: text('Postal code of the address.'),
    country: text('ISO 3166-1 code of the issuer.'),
    height: text('With its unit.'),
    weight: text('As written.'),
    eye_colour: text('Code of three letters.'),
    hair_colour: text('Code of three letters.'),
    vehicle_class: text('As written.'),
    restrictions: text('As written.'),
    endorsements: text('As written.'),
    document_type: text('Code of the kind of document that is sealed.'),
    authority: text('Who issued it: ISO 3166-2 code, or the certification authority of a seal.'),
    certificate: text('Number of the certificate that it was sealed with.'),
    perimeter: text('Who defined the kind of document.'),
  },
  { description: 'What it says, by what it is.' },
);

const checks = [
  'check_character',
  'signature',
  'surname',
  'given_names',
  'birth_date',
  'sex',
  'expiry_date',
  'document_number',
  'personal_number',
] as const;
const verdict = Type.Enum(['valid', 'invalid', 'match', 'mismatch', 'not_verified'], {
  description:
    '`valid`, `invalid`: its own check character. `match`, `mismatch`: it says what the zone or the print says, or something else. `not_verified`: it is signed, and the signature was not looked at.',
});

/** A barcode of a page. */
export const Barcode = Type.Object(
  {
    page: Type.Integer({ minimum: 0, description: 'Index of the page.' }),
    kind: Type.Enum(['pdf417', 'qr', 'aztec', 'data_matrix', 'code_39', 'code_128']),
    quad: Quad,
    text: Type.Union([Type.String(), Type.Null()], { description: 'What it holds; null where that is no text.' }),
    base64: Type.Union([Type.String(), Type.Null()], { description: 'What it holds, where that is no text.' }),
    content: Type.Union(
      [
        Type.Object({
          standard: Type.Enum(['aamva', 'codice_fiscale', '2d_doc'], { description: 'What it follows.' }),
          version: Type.Union([Type.String(), Type.Null()], { description: 'Of the standard.' }),
          fields,
          checks: Type.Object(Object.fromEntries(checks.map((key) => [key, Type.Optional(verdict)])), {
            description: 'A mismatch is a finding for a person: nothing is corrected by it.',
          }),
        }),
        Type.Null(),
      ],
      { description: 'What it says, where it follows a standard that is known here.' },
    ),
  },
  { $id: 'Barcode' },
);

export type BarcodeBody = Static<typeof Barcode>;
