import type { BatchBody, ScanBody, TokenScopeName, WebhookBody, WebhookDeliveryBody } from '@ocr-web/api';
import { parseConfig } from '../src/config/parse-config.ts';
import { type OpenTokens, openTokens } from '../src/tokens/open-tokens.ts';
import { specimenReading } from './specimen-reading.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import { testMasterKey } from './test-keys.ts';
import { dataUri, onePixelPng } from './uploads/pictures.ts';
import { batchForm } from './uploads/send-batch.ts';

/** One operation of the document, as far as these tests look at it. */
export type DocumentedOperation = {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly security: readonly Readonly<Record<string, readonly TokenScopeName[]>>[];
};

/** What one owner has, one of each kind. */
export type Belongings = {
  readonly scan: ScanBody;
  readonly batch: BatchBody;
  readonly webhook: WebhookBody;
  readonly delivery: WebhookDeliveryBody;
  readonly reference: string;
  readonly key: string;
};

/** An answer in all that a client sees of it. The requests of these tests all have the same id. */
export type WholeAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type TwoOwners = {
  readonly server: TestServer;
  readonly operations: readonly DocumentedOperation[];
  readonly tokens: OpenTokens;
  /** Makes a token of a new owner; returns its text. */
  readonly makeToken: (options?: Parameters<OpenTokens['create']>[1]) => Promise<string>;
  /** Makes one of each kind. */
  readonly furnish: (token: string, name: string) => Promise<Belongings>;
  readonly send: (method: string, path: string, token?: string, init?: RequestInit) => Promise<WholeAnswer>;
};

/** Starts a service without limits of rates, which would tell requests apart by their number. */
export async function startTwoOwners(): Promise<TwoOwners> {
  const environment = { OCR_WEB_RATE_LIMIT: '0', OCR_WEB_WRONG_TOKENS_PER_MINUTE: '0' };
  const server = await startTestServer({ environment, read: () => Promise.resolve(specimenReading()) });
  const tokens = await openTokens(parseConfig({ OCR_WEB_DATA_DIR: server.directory, OCR_WEB_MASTER_KEY: testMasterKey }));
  const send: TwoOwners['send'] = async (method, path, token, init = {}) => {
    const authorization = token === undefined ? {} : { authorization: `Token ${token}` };
    const headers = { 'x-request-id': 'the-same', ...authorization, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${server.url}${path}`, { ...init, method, headers });
    const { date: _, ...seen } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers: seen, body: await answer.text() };
  };
  return {
    server,
    operations: await readOperations(server.url),
    tokens,
    makeToken: async (options) => (await tokens.create('made for a test', options)).token,
    furnish: (token, name) => furnish(send, token, name),
    send,
  };
}

async function readOperations(url: string): Promise<DocumentedOperation[]> {
  type Raw = { paths: Record<string, Record<string, Omit<DocumentedOperation, 'method' | 'path'>>> };
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as Raw;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

const json = { 'content-type': 'application/json' };

async function furnish(send: TwoOwners['send'], token: string, name: string): Promise<Belongings> {
  const [reference, key] = [`reference-of-${name}`, `key-of-${name}`];
  const make = async <Made>(path: string, init: RequestInit) => JSON.parse((await send('POST', path, token, init)).body) as Made;
  const headers = { ...json, 'idempotency-key': key, prefer: 'wait=20' };
  const scan = await make<ScanBody>('/api/v2/scans', {
    headers,
    body: JSON.stringify({ file: dataUri(onePixelPng), reference }),
  });
  const files = batchForm([['one.png', onePixelPng]], reference);
  const batch = await make<BatchBody>('/api/v2/batches', { headers: { 'idempotency-key': key }, body: files });
  const address = JSON.stringify({ url: `https://${name}.example/hook`, events: ['scan.failed'] });
  const webhook = await make<WebhookBody>('/api/v2/webhooks', { headers: json, body: address });
  const delivery = await make<WebhookDeliveryBody>(`/api/v2/webhooks/${webhook.id}/test`, {});
  return { scan, batch, webhook, delivery, reference, key };
}
