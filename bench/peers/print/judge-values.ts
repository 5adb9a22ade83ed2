import type { VisualKey } from '@ocr-web/reader';

/** What is printed on a picture. */
export type PrintLabel = {
  readonly file: string;
  /** As printed. */
  readonly fields: Readonly<Record<string, string>>;
  /** Other values that are right. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
  /** Dates as ISO dates. */
  readonly iso?: Readonly<Record<string, string>>;
  /** Printed in some way that has no clear key. */
  readonly tolerated?: readonly string[];
  /** Printed, but by no one to be read. */
  readonly illegible?: readonly string[];
};

export type SaidValue = { readonly value: string; readonly confidence: number };
export type SaidValues = Readonly<Partial<Record<VisualKey, SaidValue>>>;

/** How many values of pictures were right. */
export type Tally = { printed: number; right: number; wrong: number; sureAndWrong: number; invented: number };

export const emptyTally = (): Tally => ({ printed: 0, right: 0, wrong: 0, sureAndWrong: 0, invented: 0 });

/** What all readers are asked for. */
const judgedKeys: readonly VisualKey[] = [
  'surname',
  'given_names',
  'nationality',
  'birth_date',
  'place_of_birth',
  'issue_date',
  'expiry_date',
  'authority',
  'document_number',
  'personal_number',
  'address',
];

const sure = 0.95;

/** Adds what a reader said of a picture to a tally. */
export function judge(label: PrintLabel, said: SaidValues, tally: Tally): void {
  for (const key of judgedKeys) {
    const truths = [label.fields[key], ...(label.also?.[key] ?? []), label.iso?.[key]].filter((truth) => truth !== undefined);
    const got = said[key];
    if (truths.length === 0) {
      const counts = !label.tolerated?.includes(key) && !label.illegible?.includes(key);
      if (got && counts) tally.invented++;
      continue;
    }
    tally.printed++;
    if (!got) continue;
    if (truths.some((truth) => fold(truth) === fold(got.value))) tally.right++;
    else {
      tally.wrong++;
      if (got.confidence >= sure) tally.sureAndWrong++;
    }
  }
}

/** Case, blanks and punctuation do not count; accents do. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[\s.,/-]+/gu, '');
}
