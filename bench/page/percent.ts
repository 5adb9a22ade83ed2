/**
 * A share as `99.5 %`; a dash where there is nothing to share. Rounded down, so that 100 % means
 * all.
 */
export function percent(count: number, of: number): string {
  return of > 0 ? `${(Math.floor((1000 * count) / of) / 10).toFixed(1)} %` : '-';
}
