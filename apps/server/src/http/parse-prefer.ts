/**
 * Returns for how many seconds a client is willing to wait by its `Prefer: wait=N` header (RFC
 * 7240, sections 2 and 4.3), at most `maxSeconds`. Without that preference, or when it is not a
 * number, undefined: answer at once.
 */
export function parsePreferredWait(header: string | string[] | undefined, maxSeconds: number): number | undefined {
  const preferences = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  for (const preference of preferences) {
    const seconds = /^\s*wait\s*=\s*"?(\d{1,9})"?\s*(;|$)/i.exec(preference)?.[1];
    // The first one counts when a preference is given twice.
    if (seconds !== undefined) return Math.min(Number(seconds), maxSeconds);
  }
  return undefined;
}
