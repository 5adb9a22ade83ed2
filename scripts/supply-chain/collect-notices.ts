import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lockfile, packageName } from './lockfile.ts';
import { findShippedPackages, type Product } from './shipped-packages.ts';

const isLicenceText = (name: string) => /^(licen[cs]e|copying|notice)(\.\w+)?$/i.test(name);

/** Of the model of others that both bundles load, packages/reader/models. */
const modelNotices = ['NOTICE.md', 'LICENSE-Apache-2.0.txt'];

/**
 * Collects the notices that the packages of a bundle ask for: name, version, licence, and the texts
 * that come with each. A package without a text is named with the place where its text is.
 *
 * @param root the folder where package-lock.json and node_modules lie
 */
export function collectNotices(lock: Lockfile, product: Product, root: string): string {
  const parts = findShippedPackages(lock).filter(({ path, products }) => products.includes(product) && existsSync(join(root, path)));
  const sections = parts.map(({ path, entry }) => {
    const texts = readdirSync(join(root, path))
      .filter(isLicenceText)
      .sort()
      .map((name) => readFileSync(join(root, path, name), 'utf8').trim());
    const where = texts.length > 0 ? texts : [`Its text: ${readRepository(join(root, path))}`];
    return [`${packageName(path)} ${entry.version}`, `Licence: ${entry.license}`, ...where].join('\n\n');
  });
  const models = modelNotices.map((name) => readFileSync(join(root, 'packages/reader/models', name), 'utf8').trim());
  return `${['This software contains the packages and the model below under these terms.', ...sections, models.join('\n\n')].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function readRepository(folder: string): string {
  const { repository }: { repository?: string | { readonly url: string } } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return url.replace(/^git\+/, '').replace(/\.git$/, '');
}
