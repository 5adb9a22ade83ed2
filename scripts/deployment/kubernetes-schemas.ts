import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolFolder } from './go-tools.ts';

/** Carries the schemas of many versions of Kubernetes, as kubeconform names them. */
const wheel = 'kubernetes-validate==1.37.0';

/**
 * Returns where kubeconform finds the schemas of a version of Kubernetes. They are taken from a
 * package of PyPI, and made strict: a name that the API does not know would be dropped silently by
 * it, and is an error here.
 *
 * @param version such as `1.33.0`
 */
export function kubernetesSchemas(version: string): string {
  const folder = join(toolFolder, 'kubernetes-schemas', version);
  if (!existsSync(folder)) {
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    execFileSync('pip', ['download', '--quiet', '--disable-pip-version-check', '--no-deps', '--dest', part, wheel], { stdio: 'inherit' });
    const pattern = `kubernetes_validate/kubernetes-json-schema/v${version}-local/*.json`;
    const [archive] = globSync('*.whl', { cwd: part }) as [string];
    execFileSync('unzip', ['-q', '-j', archive, pattern], { cwd: part });
    rmSync(join(part, archive));
    for (const name of globSync('*.json', { cwd: part })) makeStrict(join(part, name));
    renameSync(part, folder);
  }
  return `${folder}/{{.ResourceKind}}{{.KindSuffix}}.json`;
}

/**
 * Names in it lead to one file of definitions, by an address that only the package itself knows.
 */
function makeStrict(path: string): void {
  const text = readFileSync(path, 'utf8').replaceAll('"/api/_definitions.json#', '"_definitions.json#');
  const { $id: _, ...schema } = JSON.parse(text, (_key, value) =>
    isObjectSchema(value) ? { ...value, additionalProperties: false } : value,
  );
  writeFileSync(path, JSON.stringify(schema));
}

function isObjectSchema(value: unknown): value is object {
  const { type, properties, additionalProperties } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [type].flat().includes('object') && typeof properties === 'object' && additionalProperties === undefined;
}
