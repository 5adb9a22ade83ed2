import { type Agent, request } from 'node:http';
import type { Body } from './picture-bodies.ts';

export type Answer = { readonly status: number; readonly text: string };

/**
 * Sends a request by the cheapest means that Node has: the client runs on the cores of what it
 * measures.
 */
export function sendRequest(
  agent: Agent,
  method: string,
  url: string,
  body: Body | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const about = body && { 'content-type': body.contentType, 'content-length': String(body.bytes.length) };
  const outgoing = request(url, { agent, method, headers: { ...headers, ...about } }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
    });
    response.on('end', () => resolve({ status: response.statusCode as number, text }));
    response.on('error', reject);
  });
  outgoing.on('error', reject);
  outgoing.end(body?.bytes);
  return promise;
}
