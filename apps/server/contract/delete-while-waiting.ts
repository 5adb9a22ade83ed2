import { setTimeout } from 'node:timers/promises';
import type { Service } from './start-contract-servers.ts';

/**
 * Makes a scan that never ends, waiting for it, and deletes it meanwhile.
 *
 * @param create sends the file with `Prefer: wait`
 */
export async function deleteWhileWaiting(stuck: Service, create: () => Promise<Response>): Promise<Response> {
  const before = await newestScan(stuck);
  const answer = create();
  let made = before;
  while (made === before) {
    await setTimeout(20);
    made = await newestScan(stuck);
  }
  await stuck.request(`/api/v2/scans/${made}`, { method: 'DELETE' });
  return answer;
}

async function newestScan({ request }: Service): Promise<number | undefined> {
  const { data } = (await (await request('/api/v2/scans?limit=1')).json()) as { data: { id: number }[] };
  return data[0]?.id;
}
