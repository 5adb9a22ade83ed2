import type { Candidate } from './list-candidates.ts';

/** A candidate with its share of the probability of all of them. */
export type WeighedCandidate = { readonly candidate: Candidate; readonly probability: number };

/** Most probable first; candidates that read the same under several formats are one. */
export function weighCandidates(candidates: readonly Candidate[]): WeighedCandidate[] {
  const highest = candidates.reduce((max, { score }) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const byText = new Map<string, { candidate: Candidate; weight: number }>();
  let total = 0;
  for (const candidate of candidates) {
    const weight = Math.exp(candidate.score - highest);
    const text = candidate.lines.join('\n');
    const known = byText.get(text);
    total += weight;
    const better = known && known.candidate.score >= candidate.score ? known.candidate : candidate;
    byText.set(text, { candidate: better, weight: weight + (known?.weight ?? 0) });
  }
  const weighed = [...byText.values()].map(({ candidate, weight }) => ({ candidate, probability: weight / total }));
  return weighed.sort((a, b) => b.probability - a.probability);
}
