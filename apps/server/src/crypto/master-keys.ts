import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** A key that wraps the keys of rows. */
export type MasterKey = {
  /** Tells it from others and says nothing about it: 8 digits of a hash, in hex. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: KeyObject;
};

/** Makes the text of a new master key: 256 random bits in base64. */
export function createMasterKeyText(): string {
  return randomBytes(32).toString('base64');
}

/**
 * Reads the texts of master keys, a line or a comma apart; lines that begin with `#` are comments.
 *
 * @returns the keys in their order: the first wraps, the others only open
 * @throws Error that says what is valid, and quotes nothing
 */
export function parseMasterKeys(text: string): MasterKey[] {
  const texts = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return texts.map(parseMasterKey);
}

function parseMasterKey(text: string): MasterKey {
  const key = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) throw new Error('must be 32 bytes in base64: "openssl rand -base64 32" makes one');
  const id = createHash('sha256').update('ocr-web master key').update(key).digest('hex').slice(0, 8);
  return { id, key: createSecretKey(key) };
}
