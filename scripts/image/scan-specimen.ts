/**
 * Asks a service for its page and for the reading of a specimen: `node scan-specimen.ts URL TOKEN`.
 * A program of its own, so that it can be started within the network of a container.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const [url, token] = process.argv.slice(2);
const picture = await readFile(join(import.meta.dirname, '../../apps/server/assets/specimen-passport.png'));
const form = new FormData();
form.set('picture_file', new Blob([picture]), 'specimen.png');
const headers = { authorization: `Token ${token}`, prefer: 'wait=20' };
const answer = await fetch(`${url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers, body: form });
const { status, number, valid_score: score } = (await answer.json()) as Record<string, unknown>;
const page = await (await fetch(`${url}/`)).text();
console.log(JSON.stringify({ http: answer.status, status, number, score, hasPage: page.includes('assets/index-') }));
