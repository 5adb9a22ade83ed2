import { type DocumentBody, type ScanResultBody, unreadV1Result, type V1ResultBody } from '@ocr-web/api';
import { formats } from '@ocr-web/mrz';

type FieldName = DocumentBody['fields'][number]['name'];
type CheckName = DocumentBody['checks'][number]['name'];

/**
 * What v1 says about a result of v2: its best document. The data are null and the rest false or 0
 * where there is none. The rules are those of `v1Result`, which starts from a
 * reading; nothing is parsed or checked again.
 */
export function v1OfV2Result({ documents: [best] }: Pick<ScanResultBody, 'documents'>): V1ResultBody {
  if (!best) return { ...unreadV1Result, status: 'COM', valid_score: 0 };
  return {
    ...unreadV1Result,
    ...{ mrz_detected: true, status: 'COM', type_doc: typeOf(best) },
    country: countryOf(best, 'issuer'),
    date_of_birth: rawOf(best, 'birth_date').replaceAll('<', ''),
    expiration_date: best.expiry_date?.status === 'indefinite' ? '' : rawOf(best, 'expiry_date').replaceAll('<', ''),
    names: best.names?.given ?? '',
    surname: best.names?.surname ?? '',
    nationality: countryOf(best, 'nationality'),
    number: best.main_number ?? '',
    sex: best.sex ?? '',
    valid_composite: isCompositeValid(best),
    valid_date_of_birth: holds(best, 'birth_date') && best.birth_date?.status !== 'impossible',
    valid_expiration_date: holds(best, 'expiry_date') && best.expiry_date?.status !== 'impossible',
    valid_number: isNumberValid(best),
    valid_score: best.score,
  };
}

function typeOf(document: DocumentBody): string {
  const raw = rawOf(document, 'code');
  const isShort = formats.some(({ name, shortCode }) => name === document.format && shortCode === true);
  if (isShort) return raw.charAt(0).replace('<', '');
  return raw === 'I<' || raw === 'IO' ? 'ID' : raw.replaceAll('<', '');
}

function countryOf(document: DocumentBody, name: 'issuer' | 'nationality'): string {
  const words = (findField(document, name)?.value ?? '').split('<').filter((word) => word !== '');
  const code = words.join(' ');
  return code === 'D' ? 'DEU' : code;
}

function rawOf(document: DocumentBody, name: FieldName): string {
  return findField(document, name)?.raw ?? '';
}

function findField({ fields }: DocumentBody, name: FieldName) {
  return fields.find((field) => field.name === name);
}

function holds({ checks }: DocumentBody, name: CheckName): boolean {
  return checks.find((check) => check.name === name)?.holds === true;
}

function isCompositeValid(document: DocumentBody): boolean {
  const composite = document.checks.find(({ name }) => name === 'composite');
  if (composite) return composite.holds === true;
  return document.format !== null && document.checks.every((check) => check.holds !== false);
}

function isNumberValid(document: DocumentBody): boolean {
  const { document: own, personal, support } = document.numbers;
  // The main number is the document's, or the one that its authorities use.
  const main = [own, personal, support].find((number) => number?.value === document.main_number);
  const proofs = main?.proofs ?? [];
  return holds(document, 'number') && proofs.every((proof) => proof.holds || !proof.counts);
}
