import { formats } from '@ocr-web/mrz';
import type { DocumentFacts } from './document-facts.ts';

/** The data of a finished scan as the v1 service names it, in its order. An empty field is `""`. */
export interface V1Fields {
  readonly mrz_detected: true;
  readonly type_doc: string;
  readonly country: string;
  /** Six characters YYMMDD as printed, fillers left out. */
  readonly date_of_birth: string;
  /** The same; empty where the document says that it does not expire. */
  readonly expiration_date: string;
  readonly names: string;
  readonly surname: string;
  readonly nationality: string;
  readonly number: string;
  readonly sex: '' | 'M' | 'F' | 'X';
  readonly valid_composite: boolean;
  readonly valid_date_of_birth: boolean;
  readonly valid_expiration_date: boolean;
  readonly valid_number: boolean;
}

/**
 * The v1 data of a document. `valid_*` is true only where the digit printed for that value holds
 * and the value is possible.
 */
export function v1Fields(document: DocumentFacts): V1Fields {
  const { raw, value, status } = document;
  return {
    mrz_detected: true,
    type_doc: typeOf(document),
    country: countryOf(value.issuer),
    date_of_birth: raw.birth_date.replaceAll('<', ''),
    // A mark for "no expiry" (990101) is no date to a client that reads YYMMDD: it would take the
    // document for one that expired in 1999.
    expiration_date: status.expiry_date === 'indefinite' ? '' : raw.expiry_date.replaceAll('<', ''),
    names: document.givenNames,
    surname: document.surname,
    nationality: countryOf(value.nationality),
    number: document.mainNumber,
    sex: document.sex,
    valid_composite: isCompositeValid(document),
    valid_date_of_birth: holds(document, 'birth_date') && status.birth_date !== 'impossible',
    valid_expiration_date: holds(document, 'expiry_date') && status.expiry_date !== 'impossible',
    valid_number: holds(document, 'number') && document.numberProofs.every((proof) => proof.holds || !proof.counts),
  };
}

/**
 * `P` for passports, `V` for visas, else the printed code; the codes that say nothing more than
 * "identity document" become `ID`.
 */
function typeOf({ format, raw: { code } }: DocumentFacts): string {
  const isShort = formats.some(({ name, shortCode }) => name === format && shortCode === true);
  if (isShort) return code.charAt(0).replace('<', '');
  return code === 'I<' || code === 'IO' ? 'ID' : code.replaceAll('<', '');
}

function countryOf(value: string): string {
  const words = value.split('<').filter((word) => word !== '');
  const code = words.join(' ');
  return code === 'D' ? 'DEU' : code;
}

function holds({ checks }: DocumentFacts, name: string): boolean {
  return checks.find((check) => check.name === name)?.holds === true;
}

function isCompositeValid({ format, checks }: DocumentFacts): boolean {
  const composite = checks.find(({ name }) => name === 'composite');
  if (composite) return composite.holds === true;
  return format !== null && checks.every((check) => check.holds !== false);
}
