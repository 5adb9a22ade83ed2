import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type ReceivedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

/** Answers one request, badly if it likes. */
export type Step = (response: ServerResponse, request: ReceivedRequest) => unknown;

export type ScriptedServer = { readonly url: string; readonly requests: readonly ReceivedRequest[]; readonly close: () => Promise<void> };

/**
 * A real HTTP server that answers its first request with the first step, its second with the
 * second, and the last step from then on.
 */
export async function startScriptedServer(...steps: readonly Step[]): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: await buffer(incoming) };
    requests.push(request);
    steps[Math.min(requests.length, steps.length) - 1]?.(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

/** Answers in JSON. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Step {
  return (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Refuses as v2 does. */
export function refuse(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Step {
  const problem = { type: `/docs/problems#${code}`, title: 'Title.', status, detail: `Refused: ${code}.`, code, request_id: 'r-1' };
  return answer(status, problem, { 'content-type': 'application/problem+json', 'x-request-id': 'r-1', ...headers });
}

/** Closes the connection without a word. */
export const hangUp: Step = (response) => void response.destroy();

/** Never answers. */
export const stayMute: Step = () => undefined;

/**
 * Sends these chunks, each once the one before is out, and then ends the answer as it should,
 * leaves it open, or cuts it off when told to.
 */
export function stream(
  mediaType: string,
  chunks: readonly string[],
  end: 'ended' | 'left open' | { readonly cutOff: Promise<unknown> },
): Step {
  return async (response) => {
    response.writeHead(200, { 'content-type': mediaType });
    for (const chunk of chunks) await new Promise((resolve) => response.write(chunk, resolve));
    if (end === 'ended') response.end();
    if (typeof end === 'object') void end.cutOff.then(() => response.destroy());
  };
}
