/** Times of something that ran many times, milliseconds. The least is what it takes undisturbed. */
export type Times = { readonly p50: number; readonly p95: number; readonly least: number };

export function summariseTimes(times: readonly number[]): Times {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), least: at(0) };
}

/** To hundredths. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
