import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A file that the pages load. */
export type DocsAsset = { readonly mediaType: string; readonly bytes: Buffer; readonly etag: string };

const ours = (name: string) => new URL(`../../../assets/docs/${name}`, import.meta.url);
const swaggerUi = (name: string) => new URL(import.meta.resolve(`swagger-ui-dist/${name}`));

const assets = {
  'start.js': { url: () => ours('start.js'), mediaType: 'text/javascript; charset=utf-8' },
  'docs.css': { url: () => ours('docs.css'), mediaType: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { url: () => swaggerUi('swagger-ui-bundle.js'), mediaType: 'text/javascript; charset=utf-8' },
  'swagger-ui.css': { url: () => swaggerUi('swagger-ui.css'), mediaType: 'text/css; charset=utf-8' },
  'favicon-32x32.png': { url: () => swaggerUi('favicon-32x32.png'), mediaType: 'image/png' },
} as const;

export type DocsAssetName = keyof typeof assets;
export const docsAssetNames = Object.keys(assets) as DocsAssetName[];

/** Reads a file that the pages load. Only these exist, so that no name leads anywhere else. */
export async function readDocsAsset(name: DocsAssetName): Promise<DocsAsset> {
  const { url, mediaType } = assets[name];
  const bytes = await readFile(url());
  return { mediaType, bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
