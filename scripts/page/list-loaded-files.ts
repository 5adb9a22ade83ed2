import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** When a browser loads a file of the page. */
export type LoadedFile = { readonly path: string; readonly when: 'first load' | '/admin' | '/scanner' | 'on demand' };

const isCompressed = (path: string) => /\.(br|gz)$/.test(path);

/**
 * Lists the files of a built page: what `index.html`, `admin.html` and `scanner.html` name and what
 * those import, which is loaded at once, and the rest, which waits until it is needed.
 */
export function listLoadedFiles(dist: string): LoadedFile[] {
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isCompressed(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(dist.length + 1));
  const ofIndex = new Set(['index.html', ...followImports(dist, 'index.html')]);
  const ofAdmin = new Set(['admin.html', ...followImports(dist, 'admin.html')]);
  const ofScanner = new Set(['scanner.html', ...followImports(dist, 'scanner.html')]);
  const order = ['first load', '/admin', '/scanner', 'on demand'] as const;
  const when = (path: string): LoadedFile['when'] => {
    if (ofIndex.has(path)) return 'first load';
    if (ofAdmin.has(path)) return '/admin';
    return ofScanner.has(path) ? '/scanner' : 'on demand';
  };
  return all
    .map((path) => ({ path, when: when(path) }))
    .sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || a.path.localeCompare(b.path));
}

/** What a page loads before anybody does anything: its scripts, style sheets, icon and manifest. */
function followImports(dist: string, page: string): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const found = Array.from(html.matchAll(/<(?:script|link)[^>]* (?:src|href)="\.\/([^"]+)"/g), ([, path = '']) => path);
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(dist, path), 'utf8');
    const imported = Array.from(code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g), ([, name]) => `assets/${name}`);
    found.push(...imported.filter((other) => !found.includes(other)));
  }
  return found;
}
