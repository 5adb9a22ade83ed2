import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { BuiltPage } from './build-page.ts';

/** Nothing but what the page itself consists of; what an embedding site has to allow. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' blob: data:";

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
};

export type PageServer = {
  readonly origin: string;
  /** What the page gets under /files/NAME. */
  readonly files: Map<string, Uint8Array>;
  close(): void;
};

/** Serves a built page under the policy, on a free port of this machine. */
export async function servePage(built: BuiltPage): Promise<PageServer> {
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname);
    const send = (type: string, body: Uint8Array) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy }).end(body);
    const file = files.get(path.replace(/^\/files\//, ''));
    if (file) return send('application/octet-stream', file);
    const name = path === '/' ? 'index.html' : path.slice(1);
    const part = built.get(name);
    return part ? send(mediaTypes[extname(name)] ?? 'application/octet-stream', part) : response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, files, close };
}
