import { execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { goTool } from './go-tools.ts';
import { requireKnownSettings } from './known-settings.ts';
import { kubernetesSchemas } from './kubernetes-schemas.ts';

/** The oldest that the chart allows, and a current one. */
const versions = ['1.27.0', '1.34.0'];

/** Values that the chart must refuse, and what it then names. */
const refused = [
  { set: 'existingSecret=', names: 'existingSecret' },
  { set: 's3.bucket=', names: 'bucket' },
  { set: 'worker.replicas=many', names: 'replicas' },
  { set: 'api.replicasMax=3', names: 'replicasMax' },
  { set: 'ingress.enabled=true', names: 'publicUrl' },
  { set: 'settings.PATH=/tmp', names: 'PATH' },
];

/**
 * Lints the chart, renders it with each file of values beside it, and holds what comes out against
 * the schemas of Kubernetes.
 *
 * @returns what was checked, a line each
 * @throws Error with what was said, where something is wrong
 */
export function checkChart(root: string): string[] {
  const chart = join(root, 'deploy/helm/ocr-web');
  const helm = (...args: string[]) => execFileSync(goTool('helm'), args, { encoding: 'utf8' });
  const files = globSync(join(chart, 'ci/*.yaml')).sort();
  const done: string[] = [];
  for (const values of files) {
    helm('lint', '--strict', '--quiet', chart, '--values', values);
    for (const version of versions) {
      const rendered = helm('template', 'test', chart, '--values', values, '--kube-version', version);
      const { isValid, output } = holdAgainstSchemas(rendered, version);
      const misspelt = rendered.replaceAll('readOnlyRootFilesystem', 'readOnlyRoot');
      if (!isValid) throw new Error(`${basename(values)} on Kubernetes ${version}:\n${output}`);
      requireKnownSettings(
        root,
        basename(values),
        [...rendered.matchAll(/name: (OCR_WEB_\w+)/g)].map(([, name]) => name as string),
      );
      if (holdAgainstSchemas(misspelt, version).isValid) throw new Error('A name that Kubernetes does not know was not found.');
      done.push(`chart with ${basename(values)} on Kubernetes ${version}: ${output}`);
    }
  }
  const smallest = join(chart, 'ci/smallest-values.yaml');
  for (const { set, names } of refused) {
    const { status, stderr } = spawnSync(
      goTool('helm'),
      ['template', 'test', chart, '--values', smallest, '--kube-version', versions[0]!, '--set', set],
      {
        encoding: 'utf8',
      },
    );
    if (status === 0 || !stderr.includes(names)) throw new Error(`The chart takes ${set}, or does not name it: ${stderr}`);
    done.push(`chart refuses ${set}`);
  }
  return done;
}

function holdAgainstSchemas(manifests: string, version: string): { readonly isValid: boolean; readonly output: string } {
  const args = ['-strict', '-summary', '-skip', 'PodMonitor', '-schema-location', kubernetesSchemas(version), '-'];
  const { status, stdout, stderr } = spawnSync(goTool('kubeconform'), args, { input: manifests, encoding: 'utf8' });
  return { isValid: status === 0, output: `${stdout}${stderr}`.trim() };
}
