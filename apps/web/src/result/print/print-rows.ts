import type { Document, ScanResult } from '@ocr-web/api/client';
import { formatShare } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import type { Messages } from '../../i18n/messages.ts';

export type Visual = NonNullable<ScanResult['visual']>[number];
type Key = keyof Messages['print']['fields'];
type Verdict = NonNullable<Visual['checks'][string]>;

/** What is printed for people of one thing, beside what the zone says of it. */
export type PrintRow = {
  readonly name: Key;
  readonly label: string;
  readonly value: string;
  /** What the zone says; null where it says nothing of it. */
  readonly zone: string | null;
  readonly verdict: Verdict | null;
  readonly why: string;
};

/** One row for each thing that is printed or that the zone says and print should, too. */
export function listPrintRows({ fields, checks }: Visual, document: Document | null): PrintRow[] {
  const { print } = messages.value;
  const keys = Object.keys(print.fields) as Key[];
  return keys.flatMap((name) => {
    const [field, verdict = null] = [fields[name], checks[name]];
    if (!field && !verdict) return [];
    const zone = verdict && document ? sayOfZone(document, name) : null;
    const isUnclear = field !== undefined && verdict === 'not_found';
    const why = isUnclear ? print.unclear : verdict ? print.verdicts[verdict] : print.unproved(formatShare(field?.confidence ?? 0));
    return [{ name, label: print.fields[name], value: field?.value ?? '–', zone, verdict, why }];
  });
}

function sayOfZone({ names, numbers, birth_date, expiry_date, nationality, sex }: Document, name: Key): string | null {
  const said: Readonly<Partial<Record<Key, string | null | undefined>>> = {
    surname: names?.surname,
    given_names: names?.given,
    birth_date: birth_date?.iso,
    expiry_date: expiry_date?.iso,
    nationality: nationality?.code,
    sex,
    document_number: numbers.document?.value,
    personal_number: numbers.personal?.value,
    support_number: numbers.support?.value,
  };
  return said[name] ?? null;
}
