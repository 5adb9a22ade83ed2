import type { Kysely } from 'kysely';
import { sealedSecretKeyIds } from '../crypto/ensure-secret.ts';
import { readMasterKeyFile } from '../crypto/master-key-file.ts';
import type { KeysConfig } from '../crypto/open-keys.ts';
import type { Tables } from '../database/tables.ts';
import { StartupError } from '../errors/startup-error.ts';

/**
 * Sees to it that the operator has the master keys of what is moved: it stays sealed under them, in
 * the other place too.
 *
 * @throws StartupError `keys.unusable`
 */
export async function requireMasterKeys({ masterKey, masterKeyFile, dataDirectory }: KeysConfig, sql: Kysely<Tables>): Promise<void> {
  const file = masterKeyFile ?? `${dataDirectory}.key`;
  const known = new Set((masterKey ?? readMasterKeyFile(file) ?? []).map(({ id }) => id));
  const missing = (await sealedSecretKeyIds(sql)).find((id) => !known.has(id));
  if (missing === undefined) return;
  const place = masterKey === undefined ? file : 'OCR_WEB_MASTER_KEY';
  throw new StartupError(
    'keys.unusable',
    `What is to be moved was sealed under the master key ${missing}, which is not in ${place}. It stays sealed under that key: put it there first, and give it to the processes that use the target.`,
  );
}
