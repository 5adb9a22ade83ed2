/**
 * Sends a picture, waits until it is read, prints what it says.
 *   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… node read-picture.ts passport.jpg
 */
import { openAsBlob } from 'node:fs';
import { createClient, isOcrWebError } from '@ocr-web/api/client';

const { OCR_WEB_SERVER = '', OCR_WEB_TOKEN = '' } = process.env;
const client = createClient({ baseUrl: OCR_WEB_SERVER, token: OCR_WEB_TOKEN });

try {
  const scan = await client.scans.read(await openAsBlob(process.argv[2] ?? ''));
  if (scan.status === 'failed') throw new Error(scan.error.message);
  for (const { type, issuer, main_number, names, score } of scan.result.documents)
    console.log(`${type} ${issuer?.code} ${main_number} ${names?.surname} ${names?.given}, score ${score}`);
  for (const { message } of scan.result.hints) console.error(message);
} catch (error) {
  console.error(isOcrWebError(error) ? `${error.code}: ${error.message} (request ${error.requestId})` : error);
  process.exitCode = 1;
}
