import type { ReaderSummary } from './summarise.ts';

/** Chance moves a few hard pictures from one side to the other, share of the set. */
const allowedLoss = 0.02;
/** Machines differ; a stage that takes this many times as long has become slower. */
const allowedSlowdown = 1.5;

/** In what a summary is worse than the baseline, one sentence each. */
export function compareWithBaseline(summary: ReaderSummary, baseline: ReaderSummary): string[] {
  const complaints: string[] = [];
  if (summary.positives !== baseline.positives || summary.negatives !== baseline.negatives) {
    return [
      `the set has ${summary.positives} + ${summary.negatives} pictures, the baseline's ${baseline.positives} + ${baseline.negatives}`,
    ];
  }
  if (summary.exact < baseline.exact - allowedLoss * baseline.positives) {
    complaints.push(`${summary.exact} pictures exact instead of ${baseline.exact}`);
  }
  for (const count of ['sureAndWrong', 'ghosts', 'refused'] as const) {
    if (summary[count] > baseline[count]) complaints.push(`${count} ${summary[count]} instead of ${baseline[count]}`);
  }
  if (summary.cpu.p50 > allowedSlowdown * baseline.cpu.p50) {
    complaints.push(`${summary.cpu.p50} ms of processor time instead of ${baseline.cpu.p50}`);
  }
  return complaints;
}
