import { packZip } from '../../apps/server/test/uploads/pack-zip.ts';
import { formBody } from '../harness/picture-bodies.ts';
import { type Attack, expectThat } from './attack.ts';
import type { HostileRequest } from './exchange.ts';
import { hostileFiles } from './hostile/hostile-files.ts';
import { sendHostile, sendHostileZip, serveNext } from './send-hostile.ts';
import type { Target } from './start-target.ts';

/** The deadline of a reader is 20 s, and a hostile file may have to wait for one. */
const limitSeconds = 60;

/**
 * Files that cost a careless parser forever, each sent through v1, through v2 and in an archive.
 */
export const fileAttacks: readonly Attack[] = Object.entries(hostileFiles).flatMap(([name, make]): Attack[] => [
  { name: `files/${name}-v1`, limitSeconds, run: (target, signal) => sendAlone(target, formRequest(make()), signal) },
  { name: `files/${name}-v2`, limitSeconds, run: (target, signal) => sendAlone(target, rawRequest(make()), signal) },
  {
    name: `files/${name}-zip`,
    limitSeconds,
    run: (target, signal) => sendHostileZip(target, packZip([{ name: 'hostile.bin', bytes: make() }]), signal),
  },
]);

function formRequest(file: Buffer): HostileRequest {
  const { contentType, bytes } = formBody('picture_file', [['hostile', file]]);
  return { path: '/api/v1/tools/ocr/picture/', headers: { 'content-type': contentType, prefer: 'wait=60' }, body: bytes };
}

function rawRequest(file: Buffer): HostileRequest {
  return { path: '/api/v2/scans', headers: { 'content-type': 'application/octet-stream', prefer: 'wait=60' }, body: file };
}

/** Refused at once, or read in vain. Whoever comes after it is served. */
async function sendAlone(target: Target, request: HostileRequest, signal: AbortSignal): Promise<string> {
  const sent = await sendHostile(target, request, signal);
  expectThat(sent.status >= 200 && sent.status < 500, `answered ${sent.status}`);
  const outcome = sent.status < 300 ? (/"status":"(\w+)"/.exec(sent.text)?.[1] ?? 'no status') : 'refused';
  return `${sent.status} ${outcome}; ${await serveNext(target)}`;
}
