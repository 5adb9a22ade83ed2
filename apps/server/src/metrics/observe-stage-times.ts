import { Histogram, type Registry } from 'prom-client';
import { type StageTimes, scanStages } from '../scans/processing/scan-stages.ts';

/** Seconds; a stage of the reader takes a few milliseconds, the queue may take minutes. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Returns what counts how long the stages of a scan took. */
export function observeStageTimes(registry: Registry): (stages: Readonly<StageTimes>) => void {
  const durations = new Histogram({
    name: 'ocr_web_scan_stage_duration_seconds',
    help: 'Time of a scan in each stage.',
    labelNames: ['stage'],
    buckets,
    registers: [registry],
  });
  return (stages) => {
    for (const stage of scanStages) {
      const ms = stages[stage];
      if (ms !== undefined) durations.observe({ stage }, ms / 1000);
    }
  };
}
