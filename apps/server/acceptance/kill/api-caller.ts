import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { batchForm } from '../../test/uploads/send-batch.ts';

export type Answer = { readonly status: number; readonly text: string };

/** The requests of a client. Each rejects when the service is gone before it has answered. */
export type ApiCaller = {
  readonly createV1: (waitSeconds: number) => Promise<Answer>;
  readonly createV2: (key: string, waitSeconds: number) => Promise<Answer>;
  readonly createBatch: (key: string) => Promise<Answer>;
  readonly delete: (scanId: number) => Promise<Answer>;
  readonly get: (path: string, waitSeconds?: number) => Promise<Answer>;
  readonly createWebhook: (url: string) => Promise<Answer>;
};

/** Files in one batch. */
export const batchSize = 20;

const specimen = fileURLToPath(new URL('../../assets/specimen-passport.png', import.meta.url));

/** Small, so that the clients leave the processor to the service. */
const pictureWidth = 600;

/**
 * Makes a client that sends the specimen passport again and again.
 *
 * @param findUrl where the service is at this moment
 * @param timeoutMs after which a request counts as not answered, milliseconds
 */
export async function createApiCaller(token: string, findUrl: () => string, timeoutMs = 600_000): Promise<ApiCaller> {
  const picture = await sharp(specimen).resize(pictureWidth).jpeg({ quality: 80 }).toBuffer();
  const base64 = picture.toString('base64');
  const v1Body = JSON.stringify({ picture_file: `data:image/jpeg;base64,${base64}` });
  const files = Array.from({ length: batchSize }, (_, index) => [`${index}.jpg`, picture] as const);
  const send = async (method: string, path: string, body?: string | FormData, extra: Record<string, string> = {}): Promise<Answer> => {
    const headers = {
      authorization: `Token ${token}`,
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      ...extra,
    };
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${findUrl()}${path}`, { method, headers, signal, ...(body && { body }) });
    return { status: response.status, text: await response.text() };
  };
  const wait = (seconds: number) => ({ prefer: `wait=${seconds}` });
  return {
    createV1: (seconds) => send('POST', '/api/v1/tools/ocr/picture/', v1Body, wait(seconds)),
    createV2: (key, seconds) =>
      send('POST', '/api/v2/scans', JSON.stringify({ file: base64, reference: key }), { 'idempotency-key': key, ...wait(seconds) }),
    createBatch: (key) => send('POST', '/api/v2/batches', batchForm(files), { 'idempotency-key': key }),
    delete: (scanId) => send('DELETE', `/api/v2/scans/${scanId}`),
    get: (path, seconds = 0) => send('GET', path, undefined, wait(seconds)),
    createWebhook: (url) => send('POST', '/api/v2/webhooks', JSON.stringify({ url })),
  };
}
