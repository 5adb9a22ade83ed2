import type { DocumentBody } from '@ocr-web/api';
import type { MrzDocument } from '@ocr-web/mrz';
import { wireName } from '../v2/wire-name.ts';

type FieldName = DocumentBody['fields'][number]['name'];

/** What v1 makes its data of, whether a reading or an answer of v2 says it. */
export interface DocumentFacts {
  readonly format: string | null;
  /** As printed, fillers included; empty where the field is not there. */
  readonly raw: Record<'code' | 'birth_date' | 'expiry_date', string>;
  /** Without the fillers around it; empty where nothing is printed. */
  readonly value: Record<'issuer' | 'nationality', string>;
  readonly status: Record<'birth_date' | 'expiry_date', string | undefined>;
  readonly surname: string;
  readonly givenNames: string;
  readonly sex: '' | 'M' | 'F' | 'X';
  readonly mainNumber: string;
  /** What the issuer's rules say about the main number; only some of them count as evidence. */
  readonly numberProofs: readonly { readonly holds: boolean; readonly counts: boolean }[];
  /** `holds` is null where there is nothing to check. */
  readonly checks: readonly { readonly name: string; readonly holds: boolean | null }[];
}

/** The facts of a document that has been read. */
export function factsOfDocument(document: MrzDocument): DocumentFacts {
  const { format, fields, names, sex, birthDate, expiryDate, mainNumber, checks } = document;
  return {
    format,
    raw: { code: fields.code?.raw ?? '', birth_date: fields.birthDate?.raw ?? '', expiry_date: fields.expiryDate?.raw ?? '' },
    value: { issuer: fields.issuer?.value ?? '', nationality: fields.nationality?.value ?? '' },
    status: { birth_date: birthDate?.status, expiry_date: expiryDate?.status },
    surname: names?.surname ?? '',
    givenNames: names?.givenNames ?? '',
    sex: sex ?? '',
    mainNumber: mainNumber?.value ?? '',
    numberProofs: (mainNumber?.proofs ?? []).map(({ holds, force }) => ({ holds, counts: force === 'proof' })),
    checks: checks.map(({ name, holds }) => ({ name: wireName(name), holds: holds === 'not printed' ? null : holds })),
  };
}

/** The facts of a document as v2 answers it; nothing is parsed or checked again. */
export function factsOfBody(body: DocumentBody): DocumentFacts {
  const { format, fields, names, sex, birth_date, expiry_date, main_number, numbers, checks } = body;
  const find = (name: FieldName) => fields.find((field) => field.name === name);
  // The main number is the document's, or the one that its authorities use.
  const main = [numbers.document, numbers.personal, numbers.support].find((number) => number?.value === main_number);
  return {
    format,
    raw: { code: find('code')?.raw ?? '', birth_date: find('birth_date')?.raw ?? '', expiry_date: find('expiry_date')?.raw ?? '' },
    value: { issuer: find('issuer')?.value ?? '', nationality: find('nationality')?.value ?? '' },
    status: { birth_date: birth_date?.status, expiry_date: expiry_date?.status },
    surname: names?.surname ?? '',
    givenNames: names?.given ?? '',
    sex: sex ?? '',
    mainNumber: main_number ?? '',
    numberProofs: main?.proofs ?? [],
    checks,
  };
}
