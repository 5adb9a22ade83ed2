import type { Judged, SetLabel } from './set-label.ts';

/**
 * Of pictures of which something hides print, how many were read right as far as they can be seen;
 * nothing of others.
 */
export function countVisible(judged: readonly Judged[]): { visibleRight?: number } {
  const partlyHidden = judged.filter(({ label }) => label.covered !== undefined);
  if (partlyHidden.length === 0) return {};
  return { visibleRight: partlyHidden.filter(({ label, picture }) => isVisibleRight(label, picture.lines)).length };
}

/** Lines are compared column by column: what stands in the wrong place is in the wrong field. */
function isVisibleRight({ mrz, covered }: SetLabel, lines: readonly string[]): boolean {
  const withoutHidden = (text: string, line: number): string =>
    covered?.line === line ? `${text.slice(0, covered.from)}${' '.repeat(covered.to - covered.from)}${text.slice(covered.to)}` : text;
  return mrz?.map(withoutHidden).join('\n') === lines.map(withoutHidden).join('\n');
}
