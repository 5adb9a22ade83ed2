import { EngineError } from '@ocr-web/reader';
import type { Asset } from './assets.ts';

/** Bytes, uncompressed, of all files together. */
export type LoadProgress = { readonly loaded: number; readonly total: number };

/**
 * Where hashes are made: browsers have it on pages that came over https or from their own machine.
 */
export type Hasher = Pick<SubtleCrypto, 'digest'>;

/**
 * Loads files side by side, and lets nothing through that is not the file it should be: not half of
 * it, not a proxy's page, not another model.
 *
 * @param onProgress told after each piece that arrived
 * @param hasher undefined on a page that came over http. The browser itself then holds each file
 *   against its hash (Subresource Integrity), and tells of no piece before the whole is there.
 * @throws EngineError `model.invalid` when a file cannot be loaded, or has another size or SHA-256
 */
export async function fetchAssets<Name extends string>(
  assets: Readonly<Record<Name, Asset>>,
  onProgress: (progress: LoadProgress) => void,
  hasher: Hasher | undefined,
): Promise<Record<Name, Uint8Array>> {
  const names = Object.keys(assets) as Name[];
  const total = names.reduce((sum, name) => sum + assets[name].bytes, 0);
  let loaded = 0;
  const addLoaded = (bytes: number) => {
    loaded += bytes;
    onProgress({ loaded, total });
  };
  const files = await Promise.all(names.map(async (name) => [name, await fetchAsset(assets[name], addLoaded, hasher)] as const));
  return Object.fromEntries(files) as Record<Name, Uint8Array>;
}

async function fetchAsset(
  { name, url, bytes, sha256 }: Asset,
  addLoaded: (bytes: number) => void,
  hasher: Hasher | undefined,
): Promise<Uint8Array> {
  const response = await fetch(url, hasher ? {} : { integrity: integrityOf(sha256) }).catch((cause) => {
    const reason = hasher ? 'the connection failed' : 'the connection failed, or it is another file';
    throw new EngineError('model.invalid', `${name} cannot be loaded from ${url}: ${reason}.`, { cause });
  });
  if (!response.ok || !response.body) {
    throw new EngineError('model.invalid', `${name} cannot be loaded from ${url}: the server answered ${response.status}.`);
  }
  const file = new Uint8Array(bytes);
  let at = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const { value } = piece;
    if (at + value.length > bytes) throw new EngineError('model.invalid', `${url} is not ${name}: it has more than ${bytes} bytes.`);
    file.set(value, at);
    at += value.length;
    addLoaded(value.length);
  }
  if (at !== bytes) throw new EngineError('model.invalid', `${url} is not ${name}: it has ${at} bytes instead of ${bytes}.`);
  const found = hasher && new Uint8Array(await hasher.digest('SHA-256', file));
  if (found && hexOf(found) !== sha256) throw new EngineError('model.invalid', `${url} is not ${name}: its SHA-256 is ${hexOf(found)}.`);
  return file;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A hash in the words of Subresource Integrity (W3C, section 3.1). */
function integrityOf(sha256: string): string {
  const bytes = sha256.match(/../g) ?? [];
  return `sha256-${btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''))}`;
}
