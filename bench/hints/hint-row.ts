import type { HintCode, Reading } from '@ocr-web/reader';

/** What hints the pictures of one kind got. */
export type HintRow = {
  readonly kind: string;
  /** What the value of each picture says; null where nothing was varied. */
  readonly condition: string | null;
  readonly pictures: number;
  /** Read so well that no hint is due. */
  readonly wellRead: number;
  /** Of the others: with the expected hint, with other ones only, and with none. */
  readonly right: number;
  readonly other: number;
  readonly none: number;
  /** How many pictures got each hint. */
  readonly hints: Readonly<Partial<Record<HintCode, number>>>;
};

/** A reading of a picture of a kind, for counting. */
export type Outcome = { readonly reading: Reading; readonly expected: readonly HintCode[] };

/** From this confidence on a picture counts as well read. */
const wellReadConfidence = 0.98;

export function countOutcomes(kind: string, condition: string | null, outcomes: readonly Outcome[]): HintRow {
  const wellRead = outcomes.filter(({ reading }) => reading.hints.length === 0 && isWellRead(reading));
  const others = outcomes.filter((outcome) => !wellRead.includes(outcome));
  const right = others.filter(({ reading, expected }) => reading.hints.some(({ code }) => expected.includes(code)));
  const none = others.filter(({ reading }) => reading.hints.length === 0);
  const hints: Partial<Record<HintCode, number>> = {};
  for (const { reading } of others) {
    for (const code of new Set(reading.hints.map((hint) => hint.code))) hints[code] = (hints[code] ?? 0) + 1;
  }
  const counts = { pictures: outcomes.length, wellRead: wellRead.length, right: right.length, none: none.length };
  return { kind, condition, ...counts, other: others.length - right.length - none.length, hints };
}

export function isWellRead({ zones }: Reading): boolean {
  return zones.some(({ confidence }) => confidence >= wellReadConfidence);
}
