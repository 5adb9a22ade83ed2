import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Checks that the service has every setting that a file sets: it would not notice others.
 *
 * @throws Error that names those it has not
 */
export function requireKnownSettings(root: string, where: string, names: readonly string[]): void {
  const reference = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
  const known = new Set([...reference.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));
  const unknown = [...new Set(names)].filter((name) => name.startsWith('OCR_WEB_') && !known.has(name));
  if (unknown.length > 0) throw new Error(`${where} sets what the service does not know: ${unknown.join(', ')}`);
}
