import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles a workspace by its tsconfig.build.json into its folder dist, which is made anew. */
export function compilePackage(source: string): void {
  const dist = join(source, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '--project', join(source, 'tsconfig.build.json')], { stdio: 'inherit' });
  // The compiler rewrites the endings of imports in JavaScript only.
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
}
