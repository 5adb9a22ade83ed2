import type { MasterKey } from './master-keys.ts';
import { seal, unseal } from './seal.ts';

/**
 * What keeps the master key: the place where a key management service (KMS) would be called. Its
 * keys never leave it; it wraps and unwraps the keys of rows.
 */
export type KeyWrapper = {
  /** Of the master key that wraps now. */
  readonly currentId: string;
  /**
   * Encrypts the key of a row under the current master key.
   *
   * @param context whose row it is; only the same context unwraps it
   * @returns the id of the master key, a dot, base64
   */
  readonly wrap: (key: Uint8Array, context: string) => Promise<string>;
  /**
   * @throws UnknownMasterKeyError for a key that was wrapped under a master key that is not known
   */
  readonly unwrap: (wrapped: string, context: string) => Promise<Uint8Array>;
  /** Learns of keys that were rotated meanwhile. */
  readonly reload: () => Promise<void>;
};

/** The message names the master key by its id. */
export class UnknownMasterKeyError extends Error {
  readonly masterKeyId: string;

  constructor(masterKeyId: string) {
    super(`The data was sealed under the master key ${masterKeyId}, which is not known here.`);
    this.name = 'UnknownMasterKeyError';
    this.masterKeyId = masterKeyId;
  }
}

/**
 * Wraps with master keys in memory, by AES-256-GCM.
 *
 * @param keys the first one wraps, all unwrap
 * @param readAgain reads the keys once more when an unknown one is met: another process may have
 *   rotated them
 */
export function wrapInMemory(keys: readonly [MasterKey, ...MasterKey[]], readAgain?: () => readonly MasterKey[]): KeyWrapper {
  let known = keys;
  const find = (id: string) => known.find((key) => key.id === id);
  const reload = () => {
    const [first, ...others] = readAgain?.() ?? [];
    if (first) known = [first, ...others];
  };
  return {
    get currentId() {
      return known[0].id;
    },
    wrap: (key, context) => Promise.resolve(`${known[0].id}.${seal(known[0].key, context, key).toString('base64')}`),
    unwrap: async (wrapped, context) => {
      const [id = '', sealed = ''] = wrapped.split('.', 2);
      if (!find(id)) reload();
      const master = find(id);
      if (!master) throw new UnknownMasterKeyError(id);
      return await Promise.resolve(unseal(master.key, context, Buffer.from(sealed, 'base64')));
    },
    reload: () => Promise.resolve(reload()),
  };
}
