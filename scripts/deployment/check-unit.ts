import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The most exposure that the unit may have, of 100: "OK" is below 50, and 18 is what it has. 4 of
 * these are namespaces of users and networks, which the service makes to keep its readers from any
 * network.
 */
const maxExposure = 18;

/**
 * Has systemd read the unit, and rate what the service may do.
 *
 * @throws Error with what it said, where something is wrong or more is allowed than was
 */
export function checkUnit(root: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'ocr-web-unit-'));
  try {
    const path = join(directory, 'ocr-web.service');
    const unit = readFileSync(join(root, 'deploy/systemd/ocr-web.service'), 'utf8');
    // It is not installed here.
    writeFileSync(path, unit.replaceAll('/opt/ocr-web', root));
    analyse('verify', path);
    const rating = analyse('security', '--offline=true', `--threshold=${maxExposure}`, '--no-pager', path);
    return [`ocr-web.service: ${rating.trim().split('\n').at(-1)?.replace(/^\W+/, '')}`];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function analyse(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  if (error) throw new Error('systemd-analyze is missing: install the package systemd (Debian, Ubuntu).', { cause: error });
  // What it only warns of, such as a name it does not know, it says with status 0.
  const ours = stderr.split('\n').filter((line) => line.includes('ocr-web.service'));
  if (status !== 0 || ours.length > 0) throw new Error(`systemd-analyze ${args[0]}: ${ours.join('\n') || stdout + stderr}`);
  return stdout;
}
