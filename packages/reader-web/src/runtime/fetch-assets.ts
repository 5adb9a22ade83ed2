import { EngineError } from '@ocr-web/reader';
import type { Asset } from './assets.ts';

/** Bytes, uncompressed, of all files together. */
export type LoadProgress = { readonly loaded: number; readonly total: number };

/**
 * Loads files side by side.
 *
 * @param onProgress told after each piece that arrived
 * @throws EngineError `model.invalid` when a file cannot be loaded, or has another size than it
 *   should have: a proxy's page instead of it, or half of it
 */
export async function fetchAssets<Name extends string>(
  assets: Readonly<Record<Name, Asset>>,
  onProgress: (progress: LoadProgress) => void,
): Promise<Record<Name, Uint8Array>> {
  const names = Object.keys(assets) as Name[];
  const total = names.reduce((sum, name) => sum + assets[name].bytes, 0);
  let loaded = 0;
  const addLoaded = (bytes: number) => {
    loaded += bytes;
    onProgress({ loaded, total });
  };
  const files = await Promise.all(names.map(async (name) => [name, await fetchAsset(assets[name], addLoaded)] as const));
  return Object.fromEntries(files) as Record<Name, Uint8Array>;
}

async function fetchAsset({ name, url, bytes }: Asset, addLoaded: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause) => {
    throw new EngineError('model.invalid', `${name} cannot be loaded from ${url}: the connection failed.`, { cause });
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
  return file;
}
