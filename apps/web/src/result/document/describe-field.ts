import type { Document } from '@ocr-web/api/client';
import { formatDay, formatList, formatShare } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import { nameState } from '../../i18n/name-state.ts';

type Field = Document['fields'][number];

/** A line of the form that a person reads. */
export type Row = {
  readonly name: Field['name'];
  readonly label: string;
  /** Dates in words, states by name. */
  readonly value: string;
  /** The value as it is printed, where that differs. */
  readonly printed: string | undefined;
  /** What a copy of it is: dates as ISO 8601. */
  readonly copied: string | null;
  readonly field: Field;
};

/** The fields as a person reads them. A field of names makes two lines: surname and given names. */
export function listRows(document: Document): Row[] {
  return document.fields.flatMap((field) => {
    const { names } = document;
    if (field.name !== 'names' || !names) return [toRow(document, field)];
    return [nameRow(field, 'surname', names.surname), nameRow(field, 'given_names', names.given)];
  });
}

function nameRow(field: Field, name: 'surname' | 'given_names', value: string | null): Row {
  return { name, label: messages.value.fields[name], value: value ?? '–', printed: undefined, copied: value, field };
}

function toRow(document: Document, field: Field): Row {
  const value = describeValue(document, field);
  const printed = field.value === null || field.value === value ? undefined : field.value;
  return { name: field.name, label: messages.value.fields[field.name], value, printed, copied: field.iso ?? field.value, field };
}

function describeValue(document: Document, { name, value, iso }: Field): string {
  if (value === null) return '–';
  if ((name === 'birth_date' || name === 'expiry_date') && iso !== null) return formatDay(iso);
  if (name === 'issuer' || name === 'nationality') {
    const state = document[name];
    return state ? nameState(state) : value;
  }
  if (name === 'sex') return document.sex === null ? value : messages.value.sexes[document.sex];
  return value;
}

/** Why it may be believed, in words. */
export function evidenceOf(field: Field): string {
  const { evidence } = messages.value;
  const by = formatList([...new Set(field.evidence_by.map(describeCheck))]);
  switch (field.evidence) {
    case 'proved':
      return evidence.proved(by);
    case 'contradicted':
      return by === '' ? evidence.impossible : evidence.contradicted(by);
    case 'not_printed':
      return evidence.not_printed;
    case 'unprovable':
      return field.confidence === null ? evidence.unprovable : `${evidence.unprovable} · ${evidence.sure(formatShare(field.confidence))}`;
  }
}

function describeCheck(name: string): string {
  const { checks } = messages.value.evidence;
  return name in checks && name !== 'other' ? checks[name as Exclude<keyof typeof checks, 'other'>] : checks.other(name);
}
