import type { HintRow } from './hint-row.ts';

/**
 * Chance moves some pictures from one side to the other, share of those that were not well read.
 */
const allowedLoss = 0.1;

/** In what rows are worse than those of the baseline, one sentence each. */
export function compareHints(rows: readonly HintRow[], baseline: readonly HintRow[]): string[] {
  return rows.flatMap((row) => {
    const before = baseline.find(({ kind }) => kind === row.kind);
    if (!before || before.pictures !== row.pictures) return [`${row.kind}: ${row.pictures} pictures instead of ${before?.pictures ?? 0}`];
    const allowed = allowedLoss * Math.max(1, row.pictures - row.wellRead);
    // A picture that is well read after all needs no hint.
    if (row.right + row.wellRead < before.right + before.wellRead - allowed)
      return [`${row.kind}: ${row.right} right instead of ${before.right}`];
    if (row.other > before.other + allowed) return [`${row.kind}: ${row.other} misleading instead of ${before.other}`];
    return [];
  });
}
