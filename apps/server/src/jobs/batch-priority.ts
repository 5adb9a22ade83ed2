/**
 * Returns with which priority a file of a batch is read, by its place in the batch.
 *
 * Always behind scans that come alone (0), so that no batch holds up somebody who waits at a desk;
 * and the first file of each batch before the second of any, so that a large batch does not hold up
 * a small one and results come in upload order.
 */
export function batchPriority(position: number): number {
  return -1 - position;
}
