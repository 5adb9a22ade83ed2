import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { onePixelJpeg, onePixelPng } from '../../test/uploads/pictures.ts';
import { deleteWhileWaiting } from '../delete-while-waiting.ts';
import { holdUpload, outrunUpload } from '../hold-upload.ts';
import type { Cases, Provoke } from '../provoke.ts';
import { streamCases } from '../provoke-streams.ts';
import { type ContractServers, portraitPicture, type Service, specimenPicture } from '../start-contract-servers.ts';

const base = '/api/v2/scans';

const get = ({ request, authorization }: Service, path: string, headers: Record<string, string> = {}) =>
  request(path, { headers: { ...authorization, ...headers } });

/** Sends a file by itself. */
const upload = ({ request, authorization }: Service, bytes: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
  request(base, { method: 'POST', body: bytes, headers: { ...authorization, 'content-type': 'application/octet-stream', ...headers } });

/** Deletes what has a reference. */
const deleteAll = ({ request }: Service, query: string) => request(`${base}${query}`, { method: 'DELETE' });

const make = async (service: Service, bytes: Buffer<ArrayBuffer>, prefer = 'respond-async') =>
  `${base}/${((await (await upload(service, bytes, { prefer })).json()) as { id: number }).id}`;

/** The address of a scan that was asked for portraits. */
const makeWithPortrait = async ({ request, authorization }: Service, body: Buffer<ArrayBuffer>) => {
  const headers = { ...authorization, 'content-type': 'application/octet-stream', prefer: 'wait=60' };
  const sent = await request(`${base}?portrait=true`, { method: 'POST', body, headers });
  return `${base}/${((await sent.json()) as { id: number }).id}`;
};

/** Reads something of the specimen, which the real reader has read. */
const ofSpecimen =
  (path: string): Provoke =>
  async ({ main }) =>
    get(main, `${await make(main, specimenPicture, 'wait=60')}${path}`);

/** Reads something of a scan whose file was not to be kept, once that file is deleted. */
const ofForgotten =
  (path: string): Provoke =>
  async ({ narrow }) => {
    const headers = { ...narrow.authorization, 'content-type': 'application/octet-stream', prefer: 'wait=60' };
    const sent = await narrow.request(`${base}?retain_picture=0`, { method: 'POST', body: onePixelPng, headers });
    const address = `${base}/${((await sent.json()) as { id: number }).id}`;
    // The file goes just after its result is there.
    while ((await get(narrow, `${address}/picture`)).status !== 410) await setTimeout(20);
    return get(narrow, `${address}${path}`);
  };

const notFound =
  (path: string, method = 'GET'): Provoke =>
  ({ main }) =>
    main.request(`${base}/999999999${path}`, { method });

/** What is drawn: it needs a completed scan and a reader that can draw. */
const drawingCases = (path: string) => ({
  200: ofSpecimen(path),
  404: notFound(path),
  409: async ({ stuck }: ContractServers) => get(stuck, `${await make(stuck, onePixelPng)}${path}`),
  410: ofForgotten(path),
  503: async ({ narrow }: ContractServers) => get(narrow, `${await make(narrow, onePixelJpeg, 'wait=60')}${path}`),
});

/** The same of what scans show that asked for it. */
const portraitCases = (path: string) => ({
  ...drawingCases(path),
  200: async ({ main }: ContractServers) => get(main, `${await makeWithPortrait(main, portraitPicture)}${path}`),
});

/** The operations on scans. */
export const scanCases: Cases = {
  createScan: {
    201: ({ main }) => upload(main, specimenPicture, { prefer: 'wait=60' }),
    202: ({ stuck }) => upload(stuck, onePixelPng),
    400: ({ main }) => upload(main, Buffer.from('hello')),
    404: ({ stuck }) => deleteWhileWaiting(stuck, () => upload(stuck, onePixelPng, { prefer: 'wait=25' })),
    413: ({ narrow }) => upload(narrow, Buffer.alloc(200_000)),
    415: ({ main }) => upload(main, onePixelPng, { 'content-type': 'text/plain' }),
    422: async ({ main }) => {
      const key = { 'idempotency-key': randomUUID() };
      await upload(main, onePixelPng, key);
      return upload(main, onePixelJpeg, key);
    },
    408: ({ hasty }) => outrunUpload(hasty, base),
    503: ({ narrow }) => holdUpload(narrow, base, () => upload(narrow, onePixelPng)),
    507: ({ full }) => upload(full, onePixelPng),
  },
  listScans: { 200: ({ main }) => get(main, base), 400: ({ main }) => get(main, `${base}?limit=0`) },
  deleteScans: {
    200: ({ main }) => deleteAll(main, '?reference=nobody'),
    400: ({ main }) => deleteAll(main, ''),
  },
  readScan: {
    200: ofSpecimen(''),
    304: async ({ main }) => {
      const path = await make(main, specimenPicture, 'wait=60');
      const etag = (await get(main, path)).headers.get('etag') ?? '';
      return get(main, path, { 'if-none-match': etag });
    },
    404: notFound(''),
  },
  joinScans: {
    200: async ({ main }) => {
      const path = await make(main, specimenPicture, 'wait=60');
      return get(main, `${path}/sides?with=${path.split('/').at(-1)}`);
    },
    400: ofSpecimen('/sides'),
    404: notFound('/sides?with=1'),
  },
  deleteScan: {
    204: async ({ main }) => main.request(await make(main, onePixelPng), { method: 'DELETE' }),
    404: notFound('', 'DELETE'),
  },
  watchScan: { ...streamCases((service) => make(service, onePixelPng), '/events'), 404: notFound('/events') },
  readScanPicture: { 200: ofSpecimen('/picture'), 404: notFound('/picture'), 410: ofForgotten('/picture') },
  readDocumentCrop: drawingCases('/documents/0/crop'),
  readPortraitCrop: portraitCases('/portraits/0/crop'),
  readSignatureCrop: portraitCases('/signatures/0/crop'),
  readPagePicture: drawingCases('/pages/0/picture'),
  readAnnotatedPage: drawingCases('/pages/0/annotated'),
};
