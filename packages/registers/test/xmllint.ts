import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether xmllint (Debian package libxml2-utils) can be run here. */
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

/** What xmllint complains of in files that should follow the schema of a register. */
export function validate(register: string, files: readonly Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'registers-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.xml`);
      writeFileSync(path, bytes);
      return path;
    });
    const schema = join(import.meta.dirname, 'schemas', `${register}.xsd`);
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...paths], { encoding: 'utf8' });
    const lines = stderr.split('\n').filter(Boolean);
    const valid = lines.filter((line) => line.endsWith(' validates'));
    return valid.length === files.length && lines.length === files.length ? [] : lines.filter((line) => !line.endsWith(' validates'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
