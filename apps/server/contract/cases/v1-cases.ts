import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import { deleteWhileWaiting } from '../delete-while-waiting.ts';
import { holdUpload, outrunUpload } from '../hold-upload.ts';
import type { Cases } from '../provoke.ts';
import type { Service } from '../start-contract-servers.ts';

const url = '/api/v1/tools/ocr/picture/';
const picture = JSON.stringify({ picture_file: dataUri(onePixelPng) });

const post = ({ request, authorization }: Service, body: string, headers: Record<string, string> = {}) =>
  request(url, { method: 'POST', body, headers: { ...authorization, 'content-type': 'application/json', ...headers } });

/** The operations of version 1. */
export const v1Cases: Cases = {
  v1CreatePicture: {
    201: ({ main }) => post(main, picture, { prefer: 'wait=20' }),
    400: ({ main }) => post(main, '{"picture_file":"x"}'),
    404: ({ stuck }) => deleteWhileWaiting(stuck, () => post(stuck, picture, { prefer: 'wait=25' })),
    406: ({ main }) => post(main, picture, { accept: 'text/html' }),
    413: ({ narrow }) => post(narrow, 'x'.repeat(200_000)),
    415: ({ main }) => post(main, picture, { 'content-type': 'text/plain' }),
    408: ({ hasty }) => outrunUpload(hasty, url),
    503: ({ narrow }) => holdUpload(narrow, url, () => post(narrow, picture)),
    507: ({ full }) => post(full, picture),
  },
  v1ReadScan: {
    200: async ({ main }) => {
      const { id } = (await (await post(main, picture)).json()) as { id: number };
      return main.request(`/api/v1/tools/ocr/data/${id}/`);
    },
    404: ({ main }) => main.request('/api/v1/tools/ocr/data/999999999/'),
    406: ({ main }) => main.request('/api/v1/tools/ocr/data/1/', { headers: { ...main.authorization, accept: 'text/html' } }),
  },
};
