import { build } from 'vite';

/** The files of a built page by their paths, such as `assets/main.js`. */
export type BuiltPage = ReadonlyMap<string, Uint8Array>;

/**
 * Builds a page as a site would, in memory.
 *
 * @param root folder of its index.html
 */
export async function buildPage(root: string): Promise<BuiltPage> {
  const config = { root, configFile: false, logLevel: 'warn', worker: { format: 'es' } } as const;
  const built = await build({ ...config, build: { write: false, reportCompressedSize: false, assetsInlineLimit: 0 } });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error(`${root} was watched, not built.`);
  return new Map(
    result.output.map((file) => {
      const content = file.type === 'chunk' ? file.code : file.source;
      return [file.fileName, typeof content === 'string' ? new TextEncoder().encode(content) : content];
    }),
  );
}
