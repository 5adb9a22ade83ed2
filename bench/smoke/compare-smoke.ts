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
  /** Processor time of the networks a picture, in units of a run of the detector. */
  readonly networkUnits: number;
  /** All other processor time a picture, in units of `measureScript`. */
  readonly scriptUnits: number;
};

/** A picture as it was measured, with the processor time of the networks in it. */
export type SmokeMeasured = Measured & { readonly network_ms: number };

/**
 * The kernels of processors round differently: a picture on the edge may fall to either side. They
 * also differ a little in what they do fast.
 */
const tolerated = { exact: 1, sure: 2, networkUnits: 1.25, scriptUnits: 1.4 };

/** Sums up a run. @param units milliseconds of processor time of one unit of each kind */
export function summariseSmoke(
  measured: readonly SmokeMeasured[],
  units: { readonly network: number; readonly script: number },
): SmokeReport {
  const isRight = ({ truth, lines }: Measured) => truth !== null && truth.join('\n') === lines.join('\n');
  const positives = measured.filter(({ truth }) => truth !== null);
  const right = positives.filter(isRight);
  return {
    positives: positives.length,
    exact: right.length,
    sure: right.filter(({ score }) => score >= sureScore).length,
    wrong: measured.filter((picture) => picture.score >= sureScore && !isRight(picture)).map(({ file }) => file),
    missed: positives.filter((picture) => !isRight(picture)).map(({ file }) => file),
    networkUnits: mean(measured, ({ network_ms }) => network_ms) / units.network,
    scriptUnits: mean(measured, ({ cpu_ms, network_ms }) => cpu_ms - network_ms) / units.script,
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
  for (const [name, what] of [
    ['networkUnits', 'networks'],
    ['scriptUnits', 'script'],
  ] as const) {
    if (report[name] > baseline[name] * tolerated[name])
      complaints.push(`${report[name].toFixed(2)} units of ${what} a picture instead of ${baseline[name].toFixed(2)}`);
  }
  return complaints;
}

function mean(measured: readonly SmokeMeasured[], figure: (picture: SmokeMeasured) => number): number {
  return measured.reduce((sum, picture) => sum + figure(picture), 0) / measured.length;
}
