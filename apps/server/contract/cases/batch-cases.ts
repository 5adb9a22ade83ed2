import { randomUUID } from 'node:crypto';
import { onePixelJpeg, onePixelPng } from '../../test/uploads/pictures.ts';
import { batchForm, type NamedFile } from '../../test/uploads/send-batch.ts';
import { holdUpload, outrunUpload } from '../hold-upload.ts';
import type { Cases, Provoke } from '../provoke.ts';
import { streamCases } from '../provoke-streams.ts';
import { type Service, specimenPicture } from '../start-contract-servers.ts';

const base = '/api/v2/batches';
const png: NamedFile = ['one.png', onePixelPng];
const jpeg: NamedFile = ['two.jpg', onePixelJpeg];
const specimen: NamedFile = ['specimen.png', specimenPicture];

const get = ({ request, authorization }: Service, path: string, headers: Record<string, string> = {}) =>
  request(path, { headers: { ...authorization, ...headers } });

const send = ({ request, authorization }: Service, files: readonly NamedFile[], headers: Record<string, string> = {}) =>
  request(base, { method: 'POST', body: batchForm(files), headers: { ...authorization, ...headers } });

const make = async (service: Service, files: readonly NamedFile[]) =>
  `${base}/${((await (await send(service, files)).json()) as { id: number }).id}`;

const notFound =
  (path: string, method = 'GET'): Provoke =>
  ({ main }) =>
    main.request(`${base}/999999999${path}`, { method });

const processing = (service: Service) => make(service, [png, ['notes.txt', Buffer.from('hello')]]);

/** The operations on batches. */
export const batchCases: Cases = {
  createBatch: {
    202: ({ main }) => send(main, [specimen, ['notes.txt', Buffer.from('hello')]]),
    400: ({ main }) => send(main, []),
    413: ({ narrow }) => send(narrow, [png, jpeg, png]),
    415: ({ main }) =>
      main.request(base, { method: 'POST', body: '{}', headers: { ...main.authorization, 'content-type': 'application/json' } }),
    422: async ({ main }) => {
      const key = { 'idempotency-key': randomUUID() };
      await send(main, [png], key);
      return send(main, [jpeg], key);
    },
    408: ({ hasty }) => outrunUpload(hasty, base, 'application/zip'),
    503: ({ narrow }) => holdUpload(narrow, base, () => send(narrow, [png]), 'application/zip'),
    507: ({ full }) => send(full, [png]),
  },
  listBatches: { 200: ({ main }) => get(main, base), 400: ({ main }) => get(main, `${base}?limit=0`) },
  readBatch: { 200: async ({ main }) => get(main, await make(main, [png])), 404: notFound('') },
  deleteBatch: {
    204: async ({ main }) => main.request(await make(main, [png]), { method: 'DELETE' }),
    404: notFound('', 'DELETE'),
  },
  readBatchResults: {
    200: async ({ main }) => get(main, `${await make(main, [specimen, ['notes.txt', Buffer.from('hello')]])}/results`),
    400: ({ main }) => get(main, `${base}/1/results?from=-1`),
    404: notFound('/results'),
    503: streamCases(processing, '/results')[503]!,
  },
  watchBatch: { ...streamCases(processing, '/events'), 404: notFound('/events') },
};
