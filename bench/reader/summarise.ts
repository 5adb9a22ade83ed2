import { editDistance } from './edit-distance.ts';
import type { Measured } from './measure-pictures.ts';

export interface ReaderSummary {
  /** Pictures with a legible MRZ, and without one. */
  readonly positives: number;
  readonly negatives: number;
  readonly refused: number;
  /** Pictures read without a single wrong character. */
  readonly exact: number;
  /** Right number of lines, whatever they say. */
  readonly found: number;
  /** Wrong, missing and surplus characters per 100 printed ones. */
  readonly characterErrors_percent: number;
  /**
   * Scores of 95 and more: all, those with a wrong character, and those of pictures without a
   * legible MRZ.
   */
  readonly sure: number;
  readonly sureAndWrong: number;
  readonly ghosts: number;
  readonly formats: Readonly<Record<string, { readonly pictures: number; readonly exact: number }>>;
  readonly cpu: Spread;
  readonly stages: Readonly<Record<string, Spread>>;
}

/** Milliseconds a picture. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** The `valid_score` from which a reading counts as sure. */
export const sureScore = 95;

export function summarise(measured: readonly Measured[]): ReaderSummary {
  const positives = measured.filter((picture) => picture.truth !== null);
  const negatives = measured.filter((picture) => picture.truth === null);
  const exact = positives.filter(isExact);
  const sure = positives.filter((picture) => picture.score >= sureScore);
  const printed = positives.reduce((sum, { truth }) => sum + textOf(truth).length, 0);
  const wrong = positives.reduce((sum, picture) => sum + countErrors(picture), 0);
  const stageNames = Object.keys(measured.find((picture) => !picture.refused)?.stages ?? {});
  return {
    positives: positives.length,
    negatives: negatives.length,
    refused: measured.filter((picture) => picture.refused !== undefined).length,
    exact: exact.length,
    found: positives.filter(({ truth, lines }) => lines.length === truth?.length).length,
    characterErrors_percent: round(printed > 0 ? (100 * wrong) / printed : 0),
    sure: sure.length,
    sureAndWrong: sure.filter((picture) => !isExact(picture)).length,
    ghosts: negatives.filter((picture) => picture.score >= sureScore).length,
    formats: countFormats(positives),
    cpu: spread(measured.map((picture) => picture.cpu_ms)),
    stages: Object.fromEntries(stageNames.map((stage) => [stage, spread(measured.flatMap(({ stages }) => stages[stage] ?? []))])),
  };
}

function textOf(lines: readonly string[] | null): string {
  return (lines ?? []).join('\n');
}

function isExact({ truth, lines }: Measured): boolean {
  return textOf(truth) === textOf(lines);
}

function countErrors({ truth, lines }: Measured): number {
  return Math.min(textOf(truth).length, editDistance(textOf(truth), textOf(lines)));
}

function countFormats(positives: readonly Measured[]): ReaderSummary['formats'] {
  const names = [...new Set(positives.map(({ format }) => format ?? 'none'))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const pictures = positives.filter(({ format }) => (format ?? 'none') === name);
      return [name, { pictures: pictures.length, exact: pictures.filter(isExact).length }];
    }),
  );
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
