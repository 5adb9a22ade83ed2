/** A key that nobody else makes: 128 random bits. Not crypto.randomUUID, which browsers have on HTTPS pages only. */
export function createIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
