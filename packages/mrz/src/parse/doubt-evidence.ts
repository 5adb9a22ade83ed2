import type { Evidence } from '../evidence.ts';
import type { Span } from '../formats/format.ts';
import type { Issue } from '../issue.ts';
import type { CheckResult } from '../run-checks.ts';

const unprovable: Evidence = /* @__PURE__ */ Object.freeze({ status: 'unprovable', by: [], blind: [] });

/** Whether a check digit that holds covers the whole place of an issue. */
export function isCovered({ line, column, length }: Issue, checks: readonly CheckResult[]): boolean {
  return checks.some(
    ({ holds, over }) => holds === true && over.some(([at, start, end]) => at === line && start <= column && column + length <= end),
  );
}

/**
 * The same readings, less believed where the text was changed: nobody knows that nothing is printed
 * where fillers were put in and no check digit covers them, and a digit that chose a character does
 * not prove it as well.
 */
export function doubtEvidence<T extends { readonly spans: readonly Span[]; readonly evidence: Evidence }>(
  readings: Partial<Record<string, T>>,
  issues: readonly Issue[],
  checks: readonly CheckResult[],
): void {
  for (const issue of issues) {
    if (issue.code !== 'repair.check' && (issue.code !== 'line.padded' || isCovered(issue, checks))) continue;
    for (const [name, reading] of Object.entries(readings)) {
      if (reading === undefined || !reading.spans.some((span) => overlaps(span, issue))) continue;
      const { status } = reading.evidence;
      if (status === (issue.code === 'repair.check' ? 'proved' : 'not printed')) readings[name] = { ...reading, evidence: unprovable };
    }
  }
}

function overlaps([at, start, end]: Span, { line, column, length }: Issue): boolean {
  return at === line && start < column + length && column < end;
}
