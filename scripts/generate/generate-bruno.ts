/**
 * Writes docs/bruno, a collection for Bruno with a request for every operation of
 * docs/generated/openapi.json: `node scripts/generate/generate-bruno.ts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OpenApiDocument, Operation } from './bruno/openapi-document.ts';
import { renderBlock } from './bruno/render-block.ts';
import { renderRequest } from './bruno/render-request.ts';

const root = join(import.meta.dirname, '../..');
const collection = join(root, 'docs/bruno');
const document: OpenApiDocument = JSON.parse(readFileSync(join(root, 'docs/generated/openapi.json'), 'utf8'));

type Entry = { readonly method: string; readonly path: string; readonly operation: Operation };

/** `v1`, or of v2 what it is about. */
function folderOf(path: string): string {
  const [, , version = '', subject = ''] = path.split('/');
  return version === 'v1' ? version : join(version, subject);
}

/** What changes and what deletes comes last, so that a whole folder can be run. */
const late = ['patch', 'delete'];

/** Everything of the API by folder, in the document's order otherwise. */
function findEntries(): Map<string, Entry[]> {
  const entries = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ method, path, operation })))
    .sort((a, b) => late.indexOf(a.method) - late.indexOf(b.method));
  return Map.groupBy(entries, ({ path }) => folderOf(path));
}

function write(file: string, text: string): void {
  const path = join(collection, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

rmSync(collection, { recursive: true, force: true });
write('bruno.json', `${JSON.stringify({ version: '1', name: 'OCR Web', type: 'collection' }, null, 2)}\n`);
write('collection.bru', [renderBlock('auth', ['mode: bearer']), renderBlock('auth:bearer', ['token: {{token}}'])].join('\n'));
write('environments/local.bru', [renderBlock('vars', ['baseUrl: http://127.0.0.1:8080']), 'vars:secret [\n  token\n]\n'].join('\n'));
for (const [folder, entries] of findEntries()) {
  // Bruno finds files from the folder of the collection.
  const specimen = '../../apps/server/assets/specimen-passport.png';
  for (const [index, entry] of entries.entries()) {
    const name = entry.operation.operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    write(join(folder, `${name}.bru`), renderRequest(document, { ...entry, place: index + 1, specimen }));
  }
}
