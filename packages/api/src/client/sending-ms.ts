/** Bytes a millisecond of the slowest line that is waited for: 800 kbit/s. */
const slowestLine = 100;

/** How long a body may be on its way. Nothing tells of its progress, so that it is granted by size. */
export function sendingMs(bytes: number): number {
  return Math.ceil(bytes / slowestLine);
}
