import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { hmacSha256 } from '../../crypto/hmac.ts';

type Data = string | ArrayBuffer | ArrayBufferView;

/**
 * SHA-256 for Amazon's signer, as its own class does it, but for the keys of signatures: the signer
 * keeps each for a day, and here so does Node.
 */
export class SigningHash {
  readonly #hash: Hash | Hmac;

  /** @param secret makes it an HMAC (RFC 2104) */
  constructor(secret?: Data) {
    if (secret === undefined) this.#hash = createHash('sha256');
    else if (secret instanceof Uint8Array) this.#hash = hmacSha256(secret);
    else this.#hash = createHmac('sha256', toBytes(secret));
  }

  update(data: Data): void {
    this.#hash.update(toBytes(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
}

function toBytes(data: Data): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}
