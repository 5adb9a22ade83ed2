/**
 * Checks what others run the service with, each by the program that reads it: the Helm chart, the
 * compose file, the unit of systemd, and what Prometheus is told. Run as `node
 * scripts/deployment/check-deployment.ts`; what it installs for itself lies in `~/.cache/ocr-web`.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { checkChart } from './check-chart.ts';
import { checkCompose } from './check-compose.ts';
import { checkUnit } from './check-unit.ts';

const root = join(import.meta.dirname, '../..');

for (const check of [checkUnit, checkPrometheus, checkCompose, checkChart]) {
  try {
    for (const line of check(root)) console.log(line);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function checkPrometheus(root: string): string[] {
  const files = globSync(join(root, 'deploy/prometheus/prometheus*.yml')).sort();
  const { status, stdout, stderr, error } = spawnSync('promtool', ['check', 'config', ...files], { encoding: 'utf8' });
  if (error) throw new Error('promtool is missing: install the package prometheus (Debian, Ubuntu).', { cause: error });
  if (status !== 0) throw new Error(stdout + stderr);
  return [`prometheus: ${files.length} configurations with their rules`];
}
