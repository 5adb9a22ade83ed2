import type { Body } from './picture-bodies.ts';
import type { Client } from './start-service.ts';

const path = '/api/v1/tools/ocr/picture/';

/** Creates a scan and waits for its end in the same request. Throws unless a zone was read. */
export async function readByService(client: Client, body: Body): Promise<void> {
  const { status, text } = await client.send('POST', path, body, { prefer: 'wait=60' });
  if (status !== 201 || !text.includes('"status":"COM"') || !text.includes('"mrz_detected":true'))
    throw new Error(`The service answered ${status}: ${text.slice(0, 300)}`);
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
