import { dependenciesOf, isFromRegistry, type LockedPackage, type Lockfile } from './lockfile.ts';

/**
 * What is handed out, and the workspace that it is made of. `mrz` and the client contain nothing
 * else.
 */
export const products = { service: 'packages/cli', page: 'apps/web', scanner: 'packages/scanner' } as const;

export type Product = keyof typeof products;

/** A package from a registry that is a part of something handed out. */
export type ShippedPackage = {
  /** Its place in the lockfile. */
  readonly path: string;
  readonly entry: LockedPackage;
  readonly products: readonly Product[];
};

/**
 * Every place in the lockfile that a product reaches, workspaces by their folder, itself included.
 */
export function reachedBy(lock: Lockfile, product: Product): ReadonlySet<string> {
  const reached = new Set<string>([products[product]]);
  for (const path of reached) for (const next of dependenciesOf(lock, path)) reached.add(next);
  return reached;
}

/** Finds every package that ships, in the order of the lockfile. */
export function findShippedPackages(lock: Lockfile): ShippedPackage[] {
  const reached = (Object.keys(products) as Product[]).map((product) => [product, reachedBy(lock, product)] as const);
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    const within = reached.filter(([, paths]) => paths.has(path)).map(([product]) => product);
    return within.length > 0 && isFromRegistry(path, entry) ? [{ path, entry, products: within }] : [];
  });
}
