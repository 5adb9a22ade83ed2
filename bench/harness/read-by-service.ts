import type { Body } from './picture-bodies.ts';
import type { Client } from './start-service.ts';

const path = '/api/v1/tools/ocr/picture/';

/** What the service answered. */
type Answer = Awaited<ReturnType<Client['send']>>;

/** Creates a scan and waits for its end in the same request. */
export async function sendAndWait(client: Client, body: Body): Promise<Answer> {
  return await client.send('POST', path, body, { prefer: 'wait=60' });
}

/** Tells whether an answer is a finished scan in which a zone was read. */
export function isRead({ status, text }: Answer): boolean {
  return status === 201 && text.includes('"status":"COM"') && text.includes('"mrz_detected":true');
}

/** Creates a scan and waits for its end in the same request. Throws unless a zone was read. */
export async function readByService(client: Client, body: Body): Promise<void> {
  const answer = await sendAndWait(client, body);
  if (!isRead(answer)) throw new Error(`The service answered ${answer.status}: ${answer.text.slice(0, 300)}`);
}

/** Creates a scan and does not wait for it. Returns its id. */
export async function createScan(client: Client, body: Body): Promise<number> {
  const { status, text } = await client.send('POST', path, body);
  if (status !== 201) throw new Error(`The service answered ${status}: ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { id: number }).id;
}

/** Waits until a scan has ended. */
export async function awaitScan(client: Client, id: number): Promise<void> {
  const { text } = await client.send('GET', `/api/v1/tools/ocr/data/${id}/`, undefined, { prefer: 'wait=60' });
  if (!text.includes('"status":"COM"')) throw new Error(`Scan ${id} did not end well: ${text.slice(0, 300)}`);
}
