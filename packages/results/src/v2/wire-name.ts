import type { CheckName, FieldName } from '@ocr-web/mrz';

/** Names of fields and checks as v2 writes them: in small letters with underscores. */
const wireNames = {
  code: 'code',
  issuer: 'issuer',
  number: 'number',
  birthDate: 'birth_date',
  sex: 'sex',
  expiryDate: 'expiry_date',
  nationality: 'nationality',
  names: 'names',
  surname: 'surname',
  givenNames: 'given_names',
  optional: 'optional',
  optional1: 'optional1',
  optional2: 'optional2',
  office: 'office',
  cardNumber: 'card_number',
  composite: 'composite',
} as const satisfies Readonly<Record<FieldName | CheckName, string>>;

/**
 * The name of what proves or contradicts a value: a check's, or that of a national proof
 * (`NLD.eleven`), which stands as it is.
 */
export function wireNameOfProof(name: string): string {
  return Object.hasOwn(wireNames, name) ? wireNames[name as keyof typeof wireNames] : name;
}

/** The name of a field or check in v2. */
export function wireName<Name extends FieldName | CheckName>(name: Name): (typeof wireNames)[Name] {
  return wireNames[name];
}
