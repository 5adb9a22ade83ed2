import type { Measured } from '../reader/measure-pictures.ts';
import { sureScore } from '../reader/summarise.ts';

export type SmokeReport = {
  /** Pictures with a zone, and of these the ones read without a wrong character. */
  readonly positives: number;
  readonly exact: number;
  /** Right and sure. */
  readonly sure: number;
  /** Files that were read wrongly with a sure score, or for sure where there is no zone. */
  readonly wrong: readonly string[];
  /** Files that were not read right: says which ones have changed. */
  readonly missed: readonly string[];
  /** Processor time a picture in units of a run of the detector. */
  readonly units: number;
};

/** The kernels of processors round differently: a picture on the edge may fall to either side. */
const tolerated = { exact: 1, sure: 2, units: 1.15 };

/** Sums up a run. @param unit milliseconds of processor time of a run of the detector */
export function summariseSmoke(measured: readonly Measured[], unit: number): SmokeReport {
  const isRight = ({ truth, lines }: Measured) => truth !== null && truth.join('\n') === lines.join('\n');
  const positives = measured.filter(({ truth }) => truth !== null);
  const right = positives.filter(isRight);
  return {
    positives: positives.length,
    exact: right.length,
    sure: right.filter(({ score }) => score >= sureScore).length,
    wrong: measured.filter((picture) => picture.score >= sureScore && !isRight(picture)).map(({ file }) => file),
    missed: positives.filter((picture) => !isRight(picture)).map(({ file }) => file),
    units: measured.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0) / measured.length / unit,
  };
}

/** In what a run is worse than the baseline, one sentence each. */
export function compareSmoke(report: SmokeReport, baseline: SmokeReport): string[] {
  const complaints = report.wrong.map((file) => `${file} is sure and wrong`);
  if (report.positives !== baseline.positives) complaints.push(`${report.positives} pictures with a zone instead of ${baseline.positives}`);
  if (report.exact < baseline.exact - tolerated.exact) {
    const missed = report.missed.filter((file) => !baseline.missed.includes(file));
    complaints.push(`${report.exact} right instead of ${baseline.exact}: ${missed.join(', ')}`);
  }
  if (report.sure < baseline.sure - tolerated.sure) complaints.push(`${report.sure} sure instead of ${baseline.sure}`);
  if (report.units > baseline.units * tolerated.units) {
    complaints.push(`${report.units.toFixed(2)} units of processor time a picture instead of ${baseline.units.toFixed(2)}`);
  }
  return complaints;
}
