import { once } from 'node:events';
import { connect } from 'node:net';
import type { Service } from './open-world.ts';

/** Does something while another client's upload has been let in and does not go on. Only for a service that takes one upload at a time. */
export async function holdUpload(
  service: Service,
  path: string,
  meanwhile: () => Promise<Response>,
  contentType = 'application/json',
): Promise<Response> {
  const holder = connect(Number(new URL(service.url).port), '127.0.0.1');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    `Authorization: ${service.authorization.authorization}`,
    `Content-Type: ${contentType}`,
    'Content-Length: 5000',
    'Expect: 100-continue',
  ];
  try {
    holder.write(`${head.join('\r\n')}\r\n\r\n`);
    // The service says 100 as soon as the upload has its place.
    const [answer] = await once(holder, 'data');
    if (!String(answer).startsWith('HTTP/1.1 100 ')) throw new Error(`The upload was not let in: ${answer}`);
    return await meanwhile();
  } finally {
    holder.destroy();
  }
}
