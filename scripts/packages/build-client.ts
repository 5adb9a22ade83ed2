/**
 * Builds the client of packages/api as it is published into packages/api/dist and checks it: `node
 * scripts/packages/build-client.ts`. The types of requests and answers are written out, so that who
 * installs it needs no schema library. Exits with 1 when a check complains.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compilePackage } from './compile-package.ts';
import { findPackageProblems } from './find-package-problems.ts';
import { type JsonSchema, renderSchemaType } from './render-schema-type.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'packages/api');
const dist = join(source, 'dist');

type SchemaType = { readonly file: string; readonly name: string; readonly schema: JsonSchema };

/** A schema module by its path below `schemas/v2`, from that of its compiled file. */
const moduleOf = (file: string) => relative('schemas/v2', file).replace(/\.d\.ts$/, '');

function importPath(from: string, to: string): string {
  const path = relative(dirname(from), `${to}.js`);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Every `type Name = Static<typeof Schema>` of a compiled file. */
async function findSchemaTypes(file: string): Promise<SchemaType[]> {
  const module = moduleOf(file);
  const path = join(source, 'src/schemas/v2', `${module}.ts`);
  const aliases = [...readFileSync(path, 'utf8').matchAll(/export type (\w+) = Static<typeof (\w+)>;/g)];
  const schemas: Record<string, JsonSchema> = await import(path);
  // A type whose schema is not exported is not the client's; if it were, the compiler would miss it
  // below.
  return aliases.flatMap(([, name = '', schemaName = '']) => {
    const schema = schemas[schemaName];
    return schema ? [{ file: module, name, schema }] : [];
  });
}

/** Puts written out types in the place of those that need the schema library, and says which. */
async function writeOutSchemaTypes(): Promise<SchemaType[]> {
  const files = globSync('schemas/v2/**/*.d.ts', { cwd: dist });
  const types = (await Promise.all(files.map(findSchemaTypes))).flat();
  for (const file of files) {
    const module = moduleOf(file);
    const nameOf = (schema: JsonSchema) => {
      const found = types.find((type) => type.schema === schema);
      return found && (found.file === module ? found.name : `import('${importPath(module, found.file)}').${found.name}`);
    };
    const declarations = types
      .filter((type) => type.file === module)
      .map(({ name, schema }) => `export type ${name} = ${renderSchemaType(schema, nameOf)};\n`);
    writeFileSync(join(dist, file), declarations.join('') || 'export {};\n');
  }
  for (const file of globSync('schemas/**/*.js', { cwd: dist })) rmSync(join(dist, file));
  return types;
}

/**
 * Lets the compiler compare what was written with what the sources say, both ways, and then look at
 * the package as its users would.
 */
function checkTypes(types: readonly SchemaType[]): void {
  const checks = types.map(({ file, name }) => {
    const [written, meant] = [`import('./schemas/v2/${file}.js').${name}`, `import('../src/schemas/v2/${file}.ts').${name}`];
    return `export const ${name}: Same<${written}, ${meant}> = true;`;
  });
  runCompiler(['type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;', ...checks], true);
  runCompiler(["export * as client from './client/index.js';"], false);
  // The examples of the README, one after the other.
  const examples = readFileSync(join(source, 'README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms);
  const asUsers = (code: string) => code.replaceAll('@ocr-web/api/client', './client/index.js');
  runCompiler([...[...examples].map(([, code = '']) => asUsers(code)), 'export {};'], true, ['node']);
}

function runCompiler(lines: readonly string[], skipLibCheck: boolean, types: readonly string[] = []): void {
  const [probe, config] = [join(dist, 'probe.ts'), join(dist, 'tsconfig.json')];
  const compilerOptions = {
    skipLibCheck,
    incremental: false,
    noUnusedLocals: false,
    types,
    lib: types.length > 0 ? ['ES2024'] : ['ES2024', 'WebWorker'],
  };
  writeFileSync(probe, lines.join('\n'));
  writeFileSync(config, JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions, files: ['probe.ts'] }));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', config], { stdio: 'inherit' });
  for (const file of [probe, config]) rmSync(file);
}

function writeManifest(): void {
  const { version, license } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Record<string, string>;
  const manifest = {
    name: '@ocr-web/api',
    version,
    description: 'Client of OCR Web: sends pictures of travel documents and gets what their machine readable zones say',
    keywords: ['mrz', 'passport', 'identity card', 'ocr', 'client'],
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22' },
    exports: { './client': { types: './client/index.d.ts', default: './client/index.js' }, './package.json': './package.json' },
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, 'README.md'), join(dist, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
}

compilePackage(source);
const types = await writeOutSchemaTypes();
checkTypes(types);
writeManifest();
const problems = await findPackageProblems(dist);
for (const file of globSync('**/*.{js,d.ts}', { cwd: dist }))
  if (/(from |import\()'[^.]/.test(readFileSync(join(dist, file), 'utf8'))) problems.push(`${file} needs another package`);
process.stdout.write(problems.length === 0 ? 'publint and are-the-types-wrong: nothing to complain about\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
