/** What of a package.json is asked here. */
export type Manifest = Readonly<Partial<Record<DependencyKind, Readonly<Record<string, string>>>>>;

const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
type DependencyKind = (typeof dependencyKinds)[number];

/** An exact version (SemVer 2.0), or a package under another name with one. */
const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;

/** Finds the dependencies of a manifest that leave the version to npm, or come from elsewhere. */
export function findUnpinned(manifest: Manifest): string[] {
  return dependencyKinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `${name} ${version}`),
  );
}
