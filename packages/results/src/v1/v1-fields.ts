import { type CheckResult, type FieldReading, formats, type MrzDocument } from '@ocr-web/mrz';

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
export function v1Fields(document: MrzDocument): V1Fields {
  const { fields, names } = document;
  return {
    mrz_detected: true,
    type_doc: typeOf(document),
    country: countryOf(fields.issuer),
    date_of_birth: (fields.birthDate?.raw ?? '').replaceAll('<', ''),
    expiration_date: expirationOf(document),
    names: names?.givenNames ?? '',
    surname: names?.surname ?? '',
    nationality: countryOf(fields.nationality),
    number: document.mainNumber?.value ?? '',
    sex: document.sex ?? '',
    valid_composite: isCompositeValid(document),
    valid_date_of_birth: holds(document, 'birthDate') && document.birthDate?.status !== 'impossible',
    valid_expiration_date: holds(document, 'expiryDate') && document.expiryDate?.status !== 'impossible',
    valid_number: isNumberValid(document),
  };
}

/**
 * `P` for passports, `V` for visas, else the printed code; the codes that say nothing more than
 * "identity document" become `ID`.
 */
function typeOf(document: MrzDocument): string {
  const raw = document.fields.code?.raw ?? '';
  const isShort = formats.some(({ name, shortCode }) => name === document.format && shortCode === true);
  if (isShort) return raw.charAt(0).replace('<', '');
  return raw === 'I<' || raw === 'IO' ? 'ID' : raw.replaceAll('<', '');
}

/**
 * A mark for "no expiry" (990101) is no date to a client that reads YYMMDD: it would take the
 * document for one that expired in 1999.
 */
function expirationOf({ fields, expiryDate }: MrzDocument): string {
  return expiryDate?.status === 'indefinite' ? '' : (fields.expiryDate?.raw ?? '').replaceAll('<', '');
}

function countryOf(field: FieldReading | undefined): string {
  const words = (field?.value ?? '').split('<').filter((word) => word !== '');
  const code = words.join(' ');
  return code === 'D' ? 'DEU' : code;
}

function find(document: MrzDocument, name: string): CheckResult | undefined {
  return document.checks.find((check) => check.name === name);
}

function holds(document: MrzDocument, name: string): boolean {
  return find(document, name)?.holds === true;
}

function isCompositeValid(document: MrzDocument): boolean {
  const composite = find(document, 'composite');
  return composite === undefined
    ? document.format !== null && document.checks.every((check) => check.holds !== false)
    : composite.holds === true;
}

function isNumberValid(document: MrzDocument): boolean {
  const proofs = document.mainNumber?.proofs ?? [];
  return holds(document, 'number') && proofs.every((proof) => proof.holds || proof.force === 'hint');
}
