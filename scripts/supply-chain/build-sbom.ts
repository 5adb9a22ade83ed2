import { createHash } from 'node:crypto';
import { dependenciesOf, type LockedPackage, type Lockfile, packageName } from './lockfile.ts';
import { findShippedPackages, type Product, products, reachedBy } from './shipped-packages.ts';

/** A model as its manifest describes it. */
export type Model = { readonly file: string; readonly sha256: string };

type Component = {
  readonly type: 'application' | 'library' | 'machine-learning-model';
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: 'SHA-256' | 'SHA-512'; readonly content: string }[];
  readonly licenses: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[];
  readonly purl?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
};

export type Sbom = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly lifecycles: readonly { readonly phase: 'pre-build' }[]; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

/**
 * Lists everything that ships, with hashes and licences: the workspaces, the packages of the
 * lockfile that they reach, and the models (CycloneDX 1.6). The same lockfile and models give the
 * same document, byte for byte: it has no time, and its serial number is made of its content.
 */
export function buildSbom(lock: Lockfile, models: readonly Model[]): Sbom {
  const shipped = findShippedPackages(lock);
  const reached = new Set((Object.keys(products) as Product[]).flatMap((product) => [...reachedBy(lock, product)]));
  const workspaces = [...reached].filter((path) => !path.includes('node_modules/')).sort();
  const version = lock.packages[products.service]?.version ?? '';
  const main: Component = {
    type: 'application',
    'bom-ref': 'ocr-web-workspace',
    name: 'ocr-web-workspace',
    version,
    licenses: licencesOf('MIT'),
  };
  const modelParts = models.map(({ file, sha256 }) => describeModel(file, sha256, version));
  const libraries = [
    ...workspaces.map((path) => describePackage(lock, path, [])),
    ...shipped.map(({ path, products: within }) => describePackage(lock, path, within)),
  ];
  const components = [...new Map([...libraries, ...modelParts].map((component) => [component['bom-ref'], component])).values()];
  const edges = new Map<string, Set<string>>([['ocr-web-workspace', new Set(workspaces.map((path) => refOf(lock, path)))]]);
  for (const path of [...workspaces, ...shipped.map((found) => found.path)]) {
    const targets = edges.get(refOf(lock, path)) ?? new Set();
    for (const next of dependenciesOf(lock, path)) targets.add(refOf(lock, next));
    edges.set(refOf(lock, path), targets);
  }
  for (const model of modelParts) edges.get(refOf(lock, 'packages/reader'))?.add(model['bom-ref']);
  const dependencies = [...edges].map(([ref, targets]) => ({ ref, dependsOn: [...targets].sort() }));
  const content = { metadata: { lifecycles: [{ phase: 'pre-build' }], component: main }, components, dependencies } as const;
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialNumberOf(content), version: 1, ...content };
}

function describePackage(lock: Lockfile, path: string, within: readonly Product[]): Component {
  const entry = lock.packages[path] ?? {};
  const fullName = nameOf(path, entry);
  const [, group, name = ''] = /^(?:(@[^/]+)\/)?(.+)$/.exec(fullName) ?? [];
  const version = entry.version ?? '';
  return {
    type: 'library',
    'bom-ref': refOf(lock, path),
    ...(group !== undefined && { group }),
    name,
    version,
    ...(entry.integrity !== undefined && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(entry.integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }],
      // Package URL: the at sign of a scope is written in percent (purl-spec, npm).
      purl: `pkg:npm/${fullName.replace('@', '%40')}@${version}`,
    }),
    licenses: licencesOf(entry.license ?? 'MIT'),
    ...(within.length > 0 && { properties: [{ name: 'ocr-web:part-of', value: within.join(', ') }] }),
  };
}

function describeModel(file: string, sha256: string, version: string): Component {
  return {
    type: 'machine-learning-model',
    'bom-ref': `model:${file}`,
    name: file,
    version,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
    licenses: licencesOf('MIT'),
  };
}

function licencesOf(expression: string): Component['licenses'] {
  return /[ ()]/.test(expression) ? [{ expression }] : [{ license: { id: expression } }];
}

function refOf(lock: Lockfile, path: string): string {
  const entry = lock.packages[path] ?? {};
  return `${nameOf(path, entry)}@${entry.version}`;
}

function nameOf(path: string, entry: LockedPackage): string {
  return entry.name ?? (path.includes('node_modules/') ? packageName(path) : path);
}

/** A UUID of version 8 (RFC 9562, section 5.8), made of what is described. */
function serialNumberOf(content: object): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
