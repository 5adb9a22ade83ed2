import { type Attack, expectThat } from './attack.ts';
import { type HostileBody, hostileBodies } from './hostile/hostile-bodies.ts';
import { hostileZips } from './hostile/hostile-zips.ts';
import { sendHostile, sendHostileZip, serveNext } from './send-hostile.ts';
import type { Target } from './start-target.ts';

const limitSeconds = 60;
const paths = { v1: '/api/v1/tools/ocr/picture/', v2: '/api/v2/scans', batch: '/api/v2/batches' } as const;

/** Requests whose body costs a careless parser more than it cost to send. */
export const bodyAttacks: readonly Attack[] = [
  ...Object.entries(hostileBodies).flatMap(([name, make]) =>
    Object.entries(paths).map(([where, path]) => ({
      name: `bodies/${name}-${where}`,
      limitSeconds,
      run: (target: Target, signal: AbortSignal) => sendRefused(target, path, make(), signal),
    })),
  ),
  ...Object.entries(hostileZips).map(([name, make]) => ({
    name: `bodies/zip-${name}`,
    limitSeconds: 120,
    run: (target: Target, signal: AbortSignal) => sendHostileZip(target, make(), signal),
  })),
];

/** None of them is a picture: 4xx, or the connection is closed in the middle. */
async function sendRefused(target: Target, path: string, { type, encoding, bytes }: HostileBody, signal: AbortSignal): Promise<string> {
  const headers: Record<string, string> = { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) };
  const { status } = await sendHostile(target, { path, headers, body: bytes }, signal);
  expectThat(status === 0 || (status >= 400 && status < 500), `answered ${status}`);
  return `${status === 0 ? 'closed' : status}; ${await serveNext(target)}`;
}
