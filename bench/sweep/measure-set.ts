import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderTools } from '@ocr-web/reader-node/in-process';
import { type Measured, measurePictures } from '../reader/measure-pictures.ts';
import { summarise } from '../reader/summarise.ts';
import { countVisible } from './count-visible.ts';
import { countZones } from './count-zones.ts';
import { joinZones } from './join-zones.ts';
import type { Judged, SetLabel } from './set-label.ts';

/** What the reader made of the pictures of one value. */
export interface SweepRow {
  /**
   * What is varied; of pictures without a zone their kind; null where a set varies nothing by
   * itself.
   */
  readonly value: number | string | null;
  /** With a zone, and without one. */
  readonly positives: number;
  readonly negatives: number;
  readonly exact: number;
  readonly characterErrors_percent: number;
  readonly sure: number;
  readonly sureAndWrong: number;
  /** Without a zone, yet sure. */
  readonly ghosts: number;
  /**
   * Where labels list all zones: pictures whose printed zones are all among those read, and
   * pictures whose best zone is a printed one.
   */
  readonly listed?: number;
  readonly bestRight?: number;
  /**
   * Where something hides print: pictures of which all characters that can be seen are right and in
   * their places.
   */
  readonly visibleRight?: number;
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
  const conditionOf = ({ kind, difficulty, tags }: SetLabel) => (kind === 'negative' ? difficulty : (tags?.[name] ?? null));
  const values = [...new Set(labels.map(conditionOf))];
  return values.map((value) => {
    const judged = measured.flatMap((picture, index): Judged[] => {
      const label = labels[index];
      return label && conditionOf(label) === value ? [{ label, picture }] : [];
    });
    const { positives, negatives, exact, characterErrors_percent, sure, sureAndWrong, ghosts } = summarise(
      judged.map(({ label: { mrzs }, picture }) => (mrzs ? joinZones(picture, mrzs) : picture)),
    );
    const counts = { value, positives, negatives, exact, characterErrors_percent, sure, sureAndWrong, ghosts };
    return { ...counts, ...countZones(judged), ...countVisible(judged) };
  });
}
