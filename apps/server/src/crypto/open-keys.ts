import type { Kysely } from 'kysely';
import type { Config } from '../config/settings.ts';
import type { Tables } from '../database/tables.ts';
import { StartupError } from '../errors/startup-error.ts';
import { type BlindIndex, createBlindIndex } from './blind-index.ts';
import { ensureSecret, sealedSecretKeyIds } from './ensure-secret.ts';
import { type KeyRing, openKeyRing } from './key-ring.ts';
import { type KeyWrapper, UnknownMasterKeyError, wrapInMemory } from './key-wrapper.ts';
import { createMasterKeyFile, readMasterKeyFile } from './master-key-file.ts';
import type { MasterKey } from './master-keys.ts';

export type KeysConfig = Pick<Config, 'databaseUrl' | 'dataDirectory' | 'encryption' | 'masterKey' | 'masterKeyFile'>;

/** What seals and opens everything that is stored. */
export type Keys = {
  readonly ring: KeyRing;
  /** For searching what is sealed. */
  readonly indexOf: BlindIndex;
  /** What the service's own picture addresses are signed with. */
  readonly pictureSecret: Uint8Array;
  /** What the secrets of webhooks are sealed with. */
  readonly webhookSecret: Uint8Array;
  /** What links audit events. */
  readonly auditSecret: Uint8Array;
};

/**
 * Opens the keys that the settings name, and the service's own secrets with them. The embedded
 * default makes its master key at the first start: beside the data folder, not in it, so that
 * neither is of use without the other.
 *
 * @throws StartupError `keys.unusable` where there is no key or not the right one
 */
export async function openKeys(config: KeysConfig, sql: Kysely<Tables>): Promise<Keys> {
  const wrapper = await openWrapper(config, sql);
  const isSealing = config.encryption === 'on';
  const secretOf = (name: string) => ensureSecret(sql, name, wrapper, isSealing);
  try {
    return {
      ring: openKeyRing(wrapper, isSealing),
      indexOf: createBlindIndex(await secretOf('blind index')),
      pictureSecret: await secretOf('picture urls'),
      webhookSecret: await secretOf('webhook secrets'),
      auditSecret: await secretOf('audit chain'),
    };
  } catch (error) {
    if (error instanceof UnknownMasterKeyError) throw refuseWithout(error.masterKeyId, config);
    throw error;
  }
}

/** Where the master keys of an embedded service lie unless the settings say otherwise. */
export function masterKeyFileOf({ masterKeyFile, dataDirectory, databaseUrl }: KeysConfig): string | undefined {
  return masterKeyFile ?? (databaseUrl === undefined ? `${dataDirectory}.key` : undefined);
}

async function openWrapper(config: KeysConfig, sql: Kysely<Tables>): Promise<KeyWrapper | undefined> {
  const file = masterKeyFileOf(config);
  const found = config.masterKey ?? (file === undefined ? undefined : readMasterKeyFile(file));
  const [first, ...others] = found ?? (await makeFirst(config, file, sql)) ?? [];
  if (!first) return undefined;
  const readAgain = config.masterKey === undefined && file !== undefined ? () => readMasterKeyFile(file) ?? [] : undefined;
  return wrapInMemory([first, ...others], readAgain);
}

/** A key is made only where nothing was sealed under another one. */
async function makeFirst(config: KeysConfig, file: string | undefined, sql: Kysely<Tables>): Promise<MasterKey[] | undefined> {
  const [sealedUnder] = await sealedSecretKeyIds(sql);
  if (sealedUnder !== undefined) throw refuseWithout(sealedUnder, config);
  if (config.encryption === 'off') return undefined;
  if (file !== undefined && config.databaseUrl === undefined) return await createMasterKeyFile(file);
  throw new StartupError(
    'keys.unusable',
    'OCR_WEB_MASTER_KEY is missing: all processes on one database need the same key. "openssl rand -base64 32" makes one; keep it apart from the data. OCR_WEB_ENCRYPTION=off stores everything as it is.',
  );
}

function refuseWithout(id: string, config: KeysConfig): StartupError {
  const place = config.masterKey === undefined ? (masterKeyFileOf(config) ?? 'OCR_WEB_MASTER_KEY_FILE') : 'OCR_WEB_MASTER_KEY';
  return new StartupError(
    'keys.unusable',
    `What is stored was sealed under the master key ${id}, which is not in ${place}. Put that key there, also beside others. Without it nothing that is stored can be read.`,
  );
}
