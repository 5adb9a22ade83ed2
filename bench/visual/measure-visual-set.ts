import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisualKey, VisualReading } from '@ocr-web/reader';
import { type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';

/** A picture of a set, as training/make_visual_set.py writes it. */
type Label = {
  readonly file: string;
  readonly cap_px: number;
  /** The field of which one character is another one in print. */
  readonly forged: VisualKey | null;
  /** As printed. */
  readonly fields: Readonly<Partial<Record<VisualKey, string>>>;
};

/** Pictures whose print is about equally high. */
export type VisualRow = {
  /** Capitals are lower than this, pixels. */
  readonly below_px: number;
  pictures: number;
  printed: number;
  right: number;
  /** Values that are wrong with a confidence of 0.95 or more. */
  sureWrong: number;
  /** Fields that the zone has as well and that were found to match. */
  compared: number;
  matched: number;
  forged: number;
  found: number;
  falseAlarms: number;
  readonly times_ms: number[];
};

const bands_px = [12, 15, 18, 24];
const sure = 0.95;
/** Pictures after which it tells how far it is. */
const progressEach = 100;

/**
 * Reads a set.
 *
 * @param tell told how far it is, and of each genuine value that is called different
 * @throws Error for a folder without labels
 */
export async function measureVisualSet(folder: string, tools: ReaderTools, tell: (line: string) => void): Promise<VisualRow[]> {
  const labels: Label[] = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
  const rows = bands_px.map(startRow);
  for (const [index, label] of labels.entries()) {
    if (index > 0 && index % progressEach === 0) tell(`${folder}: ${index} of ${labels.length}`);
    const row = rows.find(({ below_px }) => label.cap_px < below_px) ?? rows.at(-1)!;
    const bytes = readFileSync(join(folder, label.file));
    const startedAt = performance.now();
    const { visual } = await readPicture(bytes, tools, { today: '2026-11-29', visual: true });
    row.times_ms.push(performance.now() - startedAt);
    count(row, label, visual?.[0]);
    for (const key of differing(visual?.[0])) if (key !== label.forged) tell(`${folder}/${label.file}: ${key} is called different`);
  }
  return rows.filter(({ pictures }) => pictures > 0);
}

function startRow(below_px: number): VisualRow {
  const counts = { pictures: 0, printed: 0, right: 0, sureWrong: 0, compared: 0, matched: 0, forged: 0, found: 0, falseAlarms: 0 };
  return { below_px, ...counts, times_ms: [] };
}

function count(row: VisualRow, { fields, forged }: Label, reading: VisualReading | undefined): void {
  row.pictures++;
  for (const [key, printed] of Object.entries(fields)) {
    const value = reading?.fields[key as VisualKey];
    row.printed++;
    if (value?.value === printed) row.right++;
    else if (value && value.confidence >= sure) row.sureWrong++;
  }
  for (const [key, verdict] of Object.entries(reading?.checks ?? {})) {
    if (key === forged) continue;
    row.compared++;
    if (verdict === 'match') row.matched++;
  }
  row.falseAlarms += differing(reading).filter((key) => key !== forged).length;
  if (forged === null) return;
  row.forged++;
  if (reading?.checks[forged] === 'mismatch') row.found++;
}

function differing({ checks }: Pick<VisualReading, 'checks'> = { checks: {} }): string[] {
  return Object.keys(checks).filter((key) => checks[key as VisualKey] === 'mismatch');
}
