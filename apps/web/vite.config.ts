import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const dist = join(import.meta.dirname, 'dist');
const isCompressible = (name: string) => /\.(js|mjs|css|html|svg|json|webmanifest|wasm|weights|onnx)$/.test(name);

export default defineConfig({
  // The service may lie behind a path, so the page names its files relative to itself.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Pictures within style sheets would count for everybody who never sees them.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        admin: join(import.meta.dirname, 'admin.html'),
        scanner: join(import.meta.dirname, 'scanner.html'),
        sw: join(import.meta.dirname, 'src/service-worker/service-worker.ts'),
      },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  worker: { format: 'es' },
  plugins: [listShell(), compressOutput()],
});

/** Tells the service worker what the page needs before anybody reads a picture. */
function listShell(): Plugin {
  return {
    name: 'list-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      const [entry] = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry && file.name === 'index');
      if (worker?.type !== 'chunk' || entry?.type !== 'chunk') return;
      const styles = Object.keys(bundle).filter((name) => name.endsWith('.css') && !/admin|scanner/.test(name));
      const shell = ['./', 'manifest.webmanifest', 'icon.svg', entry.fileName, ...entry.imports, ...styles];
      worker.code = worker.code.replace(/(["'`])__SHELL__\1/, () => JSON.stringify(JSON.stringify(shell)));
    },
  };
}

/** Compresses once what is sent many times. */
function compressOutput(): Plugin {
  return {
    name: 'compress-output',
    apply: 'build',
    async closeBundle() {
      const names = await readdir(dist, { recursive: true });
      await Promise.all(names.filter(isCompressible).map((name) => compressFile(join(dist, name))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
