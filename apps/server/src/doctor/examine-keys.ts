import { stat } from 'node:fs/promises';
import { readMasterKeyFile } from '../crypto/master-key-file.ts';
import { type KeysConfig, masterKeyFileOf } from '../crypto/open-keys.ts';
import { isStartupError } from '../errors/startup-error.ts';

/** Where the master keys are that a start would use. */
export type KeysReport =
  | { readonly state: 'off' }
  /** In the settings. */
  | { readonly state: 'given'; readonly ids: readonly string[] }
  /** `mode` is that of the file's permissions, such as 0o600. */
  | { readonly state: 'in_file'; readonly path: string; readonly ids: readonly string[]; readonly mode: number }
  /** The first start makes it. */
  | { readonly state: 'not_made'; readonly path: string }
  /** Processes that share a database are given their key. */
  | { readonly state: 'missing' }
  | { readonly state: 'unusable'; readonly reason: string };

/** Looks for the master keys as a start would, and makes none. */
export async function examineKeys(config: KeysConfig): Promise<KeysReport> {
  if (config.encryption === 'off') return { state: 'off' };
  const idsOf = (keys: readonly { readonly id: string }[]) => keys.map(({ id }) => id);
  if (config.masterKey) return { state: 'given', ids: idsOf(config.masterKey) };
  const path = masterKeyFileOf(config);
  if (path === undefined) return { state: 'missing' };
  try {
    const keys = readMasterKeyFile(path);
    if (!keys) return config.databaseUrl === undefined ? { state: 'not_made', path } : { state: 'missing' };
    return { state: 'in_file', path, ids: idsOf(keys), mode: (await stat(path)).mode & 0o777 };
  } catch (error) {
    if (!isStartupError(error)) throw error;
    return { state: 'unusable', reason: error.message };
  }
}
