import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderTools } from '../../packages/reader/src/in-process.ts';
import { type Measured, measurePictures } from '../reader/measure-pictures.ts';
import { summarise } from '../reader/summarise.ts';

/** What stands in a set's labels.json. */
export interface SetLabel {
  readonly file: string;
  readonly mrz: readonly string[] | null;
  readonly format: string | null;
  /** The sweep's name and the value of the condition that it varies; nothing in the other sets. */
  readonly tags?: Readonly<Record<string, number>>;
  readonly kind: string;
  readonly difficulty: string;
}

/** What the reader made of the pictures of one value. */
export interface SweepRow {
  /** null where a set varies nothing by itself. */
  readonly value: number | null;
  /** With a zone, and without one. */
  readonly positives: number;
  readonly negatives: number;
  readonly exact: number;
  readonly characterErrors_percent: number;
  readonly sure: number;
  readonly sureAndWrong: number;
  /** Without a zone, yet sure. */
  readonly ghosts: number;
}

export interface SetResult {
  /** Of the sweep, `normal` or `negatives`: what make_bench_set.py calls its kind. */
  readonly name: string;
  readonly date: string;
  readonly machine: string;
  readonly rows: readonly SweepRow[];
}

/** Reads the pictures of a set one by one, so that a set may be larger than the memory. */
export async function measureSet(
  folder: string,
  tools: ReaderTools,
  measuredOn: { readonly date: string; readonly machine: string },
): Promise<SetResult> {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as SetLabel[];
  const name = setName(labels);
  const measured: Measured[] = [];
  for (const { file, mrz, format } of labels) {
    measured.push(...(await measurePictures([{ file, mrz, format, bytes: readFileSync(join(folder, file)) }], tools, 1)));
  }
  return { name, ...measuredOn, rows: rowsOf(name, labels, measured) };
}

/** The kind of a set: all its labels must be of one. */
export function setName(labels: readonly SetLabel[]): string {
  const names = new Set(
    labels.map(({ kind, difficulty, tags = {} }) => Object.keys(tags)[0] ?? (kind === 'negative' ? 'negatives' : difficulty)),
  );
  const [name] = names;
  if (name === undefined || names.size > 1)
    throw new Error(`A set has pictures of one kind; this one has ${[...names].join(', ') || 'none'}.`);
  return name;
}

/** One row for each value of the condition, in the order of the labels. */
export function rowsOf(name: string, labels: readonly SetLabel[], measured: readonly Measured[]): SweepRow[] {
  const conditionOf = (label: SetLabel | undefined): number | null => label?.tags?.[name] ?? null;
  const values = [...new Set(labels.map(conditionOf))];
  return values.map((value) => {
    const { positives, negatives, exact, characterErrors_percent, sure, sureAndWrong, ghosts } = summarise(
      measured.filter((_, index) => conditionOf(labels[index]) === value),
    );
    return { value, positives, negatives, exact, characterErrors_percent, sure, sureAndWrong, ghosts };
  });
}
