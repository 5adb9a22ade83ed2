/**
 * The same through v1 and without the client: sends a picture as a form, asks until it is read,
 * prints what it says.
 *   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… node read-picture-v1.ts passport.jpg
 */
import { openAsBlob } from 'node:fs';

const { OCR_WEB_SERVER, OCR_WEB_TOKEN } = process.env;

async function call(path: string, init?: RequestInit) {
  const headers = { authorization: `Token ${OCR_WEB_TOKEN}`, prefer: 'wait=20' };
  const response = await fetch(`${OCR_WEB_SERVER}${path}`, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, string | number | boolean | null>;
}

const body = new FormData();
body.set('picture_file', await openAsBlob(process.argv[2] ?? ''));
let scan = await call('/api/v1/tools/ocr/picture/', { method: 'POST', body });
while (scan.status === 'NEW' || scan.status === 'PRO') scan = await call(`/api/v1/tools/ocr/data/${scan.id}/`);

if (scan.status === 'ERR') throw new Error('The picture could not be processed.');
console.log(`${scan.type_doc} ${scan.country} ${scan.number} ${scan.surname} ${scan.names}, score ${scan.valid_score}`);
