import { onePixelPng } from '../../../apps/server/test/uploads/pictures.ts';

/** A request before its head and body are made of it. */
export type BaseRequest = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
};

const boundary = 'fuzz';
const id = '8f14e45f-ceea-467f-a0e5-1d2c9b7a6f30';

function request(method: string, target: string, type = '', body: Buffer | string = ''): BaseRequest {
  return { method, target, headers: type === '' ? [] : [['Content-Type', type]], body: Buffer.from(body as string) };
}

const json = (method: string, target: string, body: object) => request(method, target, 'application/json', JSON.stringify(body));
const form = (target: string, field: string, ...files: readonly Buffer[]) => {
  const parts = files.map((file, index) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${index}.png"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    file,
    Buffer.from('\r\n'),
  ]);
  return request(
    'POST',
    target,
    `multipart/form-data; boundary=${boundary}`,
    Buffer.concat([...parts.flat(), Buffer.from(`--${boundary}--\r\n`)]),
  );
};

const picture = onePixelPng.toString('base64');
const v1 = '/api/v1/tools/ocr/picture/';

/** An honest request for every kind of thing that the service takes. */
export const baseRequests: readonly BaseRequest[] = [
  json('POST', v1, { picture_file: picture }),
  request('POST', v1, 'application/x-www-form-urlencoded', `picture_file=${encodeURIComponent(picture)}`),
  form(v1, 'picture_file', onePixelPng),
  request('GET', '/api/v1/tools/ocr/data/458/'),
  json('POST', '/api/v2/scans', { file: picture, reference: 'room-12' }),
  form('/api/v2/scans?reference=room-12', 'file', onePixelPng),
  request('POST', '/api/v2/scans', 'image/png', onePixelPng),
  request('GET', '/api/v2/scans?limit=5&reference=room-12'),
  request('GET', `/api/v2/scans/${id}`),
  request('GET', `/api/v2/scans/${id}/pages/0/picture`),
  request('DELETE', `/api/v2/scans/${id}`),
  form('/api/v2/batches', 'file', onePixelPng, onePixelPng),
  request('GET', `/api/v2/batches/${id}/results`),
  json('POST', '/api/v2/webhooks', { url: 'https://hotel.example/hook', events: ['scan.completed'] }),
  json('PATCH', `/api/v2/webhooks/${id}`, { enabled: false }),
  request('POST', `/api/v2/webhooks/${id}/test`),
  json('POST', '/api/v2/admin/tokens', { name: 'desk' }),
  request('GET', '/api/v2/admin/statistics?range=day'),
  request('GET', '/pictures/a?expires=1&signature=b'),
  request('GET', '/openapi.json'),
  request('GET', '/docs'),
  request('GET', '/'),
  request('GET', '/readyz'),
];
