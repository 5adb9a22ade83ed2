import { randomFillSync } from 'node:crypto';

const ivBytes = 12;
const pool = Buffer.alloc(ivBytes * 340);
let taken = pool.length;

/**
 * Writes a random IV of 96 bits (NIST SP 800-38D, section 8.2.2), one that was given to nobody
 * else, to a place in `bytes`. Drawn a few hundred at a time: asking the system's generator for so
 * few bytes costs as much as what is then done with them. IVs are no secret, so that those to come
 * may lie in memory.
 */
export function writeIv(bytes: Buffer, at: number): void {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  pool.copy(bytes, at, taken, taken + ivBytes);
  taken += ivBytes;
}
