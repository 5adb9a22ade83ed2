import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { ExpiringCache } from '../cache/expiring-cache.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { seal, unseal } from './seal.ts';

/** The key of one row, as it seals and as the row keeps it. */
export type DataKey = {
  /** 32 bytes. */
  readonly key: KeyObject;
  /** The same under the master key; with it goes whatever the key has sealed. */
  readonly wrapped: string;
};

/**
 * Makes and opens the keys of rows (envelope encryption). Where nothing is sealed there is no
 * wrapper: then rows get no key, and those that have none are taken as they are.
 */
export type KeyRing = {
  readonly isSealing: boolean;
  /** Makes the key of a new row. @param ownerId whose row it is */
  readonly create: (ownerId: string) => Promise<DataKey | undefined>;
  /** Opens the key of a row. @param wrapped null in a row without one */
  readonly open: (wrapped: string | null, ownerId: string) => Promise<DataKey | undefined>;
  /** Of the master key that wraps now; undefined where there is none. */
  readonly masterKeyId: () => string | undefined;
  /** Learns of master keys that were rotated meanwhile. */
  readonly reload: () => Promise<void>;
  /**
   * Wraps what was wrapped for a context again, under the current master key; undefined where it is
   * under that already.
   */
  readonly rewrap: (wrapped: string, context: string) => Promise<string | undefined>;
};

/**
 * A key is needed about three times within a second: when a scan is made, read, and asked for. So
 * those that were needed last stay open for so long, also the key of a row that is deleted
 * meanwhile.
 */
const openKeys = { maxWeight: 256, maxAgeMs: 10_000 };

/**
 * @param wrapper keeps the master key; undefined: there is none, and what is sealed cannot be
 *   opened
 * @param isSealing false: rows that have a key are opened, new ones get none
 */
export function openKeyRing(wrapper: KeyWrapper | undefined, isSealing = wrapper !== undefined): KeyRing {
  const recent = new ExpiringCache<DataKey>(openKeys);
  const remember = (ownerId: string, key: DataKey) => {
    recent.set(nameOf(key.wrapped, ownerId), key);
    return key;
  };
  const open = async (wrapped: string, ownerId: string) => {
    if (!wrapper) throw new Error('The data is sealed, and there is no master key.');
    return (
      recent.get(nameOf(wrapped, ownerId)) ?? remember(ownerId, { key: createSecretKey(await wrapper.unwrap(wrapped, ownerId)), wrapped })
    );
  };
  return {
    isSealing,
    create: async (ownerId) => {
      if (!wrapper || !isSealing) return undefined;
      const key = randomBytes(32);
      return remember(ownerId, { key: createSecretKey(key), wrapped: await wrapper.wrap(key, ownerId) });
    },
    open: async (wrapped, ownerId) => (wrapped === null ? undefined : await open(wrapped, ownerId)),
    masterKeyId: () => wrapper?.currentId,
    reload: async () => await wrapper?.reload(),
    rewrap: async (wrapped, context) => {
      if (!wrapper || wrapped.startsWith(`${wrapper.currentId}.`)) return undefined;
      return await wrapper.wrap(await wrapper.unwrap(wrapped, context), context);
    },
  };
}

/** It is open for its owner only, as it is wrapped. */
function nameOf(wrapped: string, ownerId: string): string {
  return `${ownerId} ${wrapped}`;
}

/** Seals the text of a column; without a key it stays as it is. @param column its name */
export function sealText(key: DataKey | undefined, column: string, text: string): string {
  return key ? sealBytes(key, column, Buffer.from(text)) : text;
}

/** Opens what `sealText` made with the same key. @throws Error for what was altered */
export function unsealText(key: DataKey | undefined, column: string, text: string): string {
  return key ? unsealBytes(key, column, text).toString() : text;
}

/** Seals bytes as the text of a column. @param column its name */
export function sealBytes(key: DataKey, column: string, bytes: Uint8Array): string {
  return seal(key.key, column, bytes).toString('base64');
}

/** Opens what `sealBytes` made with the same key. @throws Error for what was altered */
export function unsealBytes(key: DataKey, column: string, text: string): Buffer {
  return unseal(key.key, column, Buffer.from(text, 'base64'));
}
