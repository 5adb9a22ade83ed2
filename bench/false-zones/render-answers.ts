import { renderTable } from '../page/render-table.ts';
import { candidateLimits, type KindAnswers, type SetAnswers } from './measure-answers.ts';

/**
 * A table for pictures without a zone, with how many are answered as one, and a table for those
 * with one, with how many are no longer answered, for each of the limits.
 */
export function renderAnswers(sets: readonly SetAnswers[]): string {
  const kinds = sumByKind(sets.flatMap((set) => set.kinds));
  const without = kinds.filter(({ hasZone }) => !hasZone);
  const lost = kinds.filter(({ hasZone }) => hasZone).map((row) => ({ ...row, answered: countLost(row) }));
  return [renderKinds('without a zone: answered', without), renderKinds('with a zone: lost', lost)].filter(Boolean).join('\n\n');
}

/** Sets of the same kinds count as one. */
function sumByKind(rows: readonly KindAnswers[]): KindAnswers[] {
  const sums = new Map<string, KindAnswers>();
  for (const row of rows) {
    const sum = sums.get(row.kind);
    const answered = row.answered.map((count, index) => count + (sum?.answered[index] ?? 0));
    sums.set(row.kind, { ...row, pictures: row.pictures + (sum?.pictures ?? 0), answered });
  }
  return [...sums.values()];
}

/** Against no rule, which comes first. */
function countLost({ answered }: KindAnswers): number[] {
  return answered.map((count) => answered[0]! - count);
}

function renderKinds(title: string, rows: readonly KindAnswers[]): string {
  if (rows.length === 0) return '';
  const total = {
    kind: 'all',
    pictures: rows.reduce((sum, { pictures }) => sum + pictures, 0),
    answered: candidateLimits.map((_, index) => rows.reduce((sum, { answered }) => sum + answered[index]!, 0)),
  };
  return renderTable(
    [
      title,
      'pictures',
      ...candidateLimits.map(({ minRatioOfSeveral, minSurprisal }) => (Number.isFinite(minRatioOfSeveral) ? `${minSurprisal}` : 'no rule')),
    ],
    [...rows, total].map(({ kind, pictures, answered }) => [kind, `${pictures}`, ...answered.map(String)]),
  );
}
