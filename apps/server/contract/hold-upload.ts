import { startUpload } from '../test/uploads/start-upload.ts';
import type { Service } from './start-contract-servers.ts';

/**
 * Does something while another client's upload has been let in and does not go on. Only for a
 * service that takes one upload at a time.
 */
export async function holdUpload(
  service: Service,
  path: string,
  meanwhile: () => Promise<Response>,
  contentType = 'application/json',
): Promise<Response> {
  const held = await startUpload(service.url, path, service.authorization.authorization, contentType);
  try {
    if (held.status !== 100) throw new Error(`The upload was not let in: ${held.status}`);
    return await meanwhile();
  } finally {
    held.socket.destroy();
  }
}

/**
 * Returns what an upload is answered whose place another one gets. Only for a service that takes
 * one at a time and has no patience.
 */
export async function outrunUpload(service: Service, path: string, contentType = 'application/json'): Promise<Response> {
  const slow = await startUpload(service.url, path, service.authorization.authorization, contentType);
  const fast = await startUpload(service.url, path, service.authorization.authorization, contentType);
  const answer = await slow.answer;
  fast.socket.destroy();
  return parseAnswer(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}

function parseAnswer(text: string): Response {
  const [head = '', body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return new Response(body ?? null, { status: Number(first.split(' ')[1]), headers });
}
