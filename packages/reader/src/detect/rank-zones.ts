import { containsPoint, quadCentre } from '../geometry/quad.ts';
import type { TracedZone } from './traced-zone.ts';

/** The most evident zones first, those that no MRZ is laid out like last, without those whose middle lies in a better one or that hold the middle of a better one. */
export function rankZones(zones: readonly TracedZone[]): TracedZone[] {
  const kept: TracedZone[] = [];
  for (const zone of [...zones].sort((a, b) => Number(b.fitsLayout) - Number(a.fitsLayout) || b.evidence - a.evidence)) {
    const repeats = kept.some(
      (better) => containsPoint(better.quad, quadCentre(zone.quad)) || containsPoint(zone.quad, quadCentre(better.quad)),
    );
    if (!repeats) kept.push(zone);
  }
  return kept;
}
