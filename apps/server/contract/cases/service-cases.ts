import { signPictureUrl } from '../../src/pictures/sign-picture-url.ts';
import { dataUri, onePixelPng } from '../../test/uploads/pictures.ts';
import type { Cases } from '../provoke.ts';
import { brokenPictureSecret, type Service } from '../start-contract-servers.ts';

async function signedAddress({ request, authorization }: Service): Promise<string> {
  const headers = { ...authorization, 'content-type': 'application/json' };
  const body = JSON.stringify({ picture_file: dataUri(onePixelPng) });
  const answer = await request('/api/v1/tools/ocr/picture/', { method: 'POST', headers, body });
  return ((await answer.json()) as { picture_file: string }).picture_file;
}

const signedPath = () => signPictureUrl(brokenPictureSecret, 'k'.repeat(43), { expiresInSeconds: 3600, now: new Date() });

/** Health, the document itself, and pictures by their signed addresses. */
export const serviceCases: Cases = {
  readHealth: { 200: ({ main }) => fetch(`${main.url}/healthz`) },
  readReadiness: {
    200: ({ main }) => fetch(`${main.url}/readyz`),
    503: ({ broken }) => fetch(`${broken.url}/readyz`),
  },
  readOpenApi: { 200: ({ main }) => fetch(`${main.url}/openapi.json`) },
  readSignedPicture: {
    200: async ({ main }) => fetch(await signedAddress(main)),
    403: ({ main }) => fetch(`${main.url}/pictures/${'k'.repeat(43)}`),
    404: async ({ main }) => {
      const address = await signedAddress(main);
      const newest = (await (await main.request('/api/v2/scans?limit=1')).json()) as { data: [{ id: number }] };
      await main.request(`/api/v2/scans/${newest.data[0].id}`, { method: 'DELETE' });
      return fetch(address);
    },
    500: ({ broken }) => fetch(`${broken.url}${signedPath()}`),
    503: ({ unreachable }) => fetch(`${unreachable.url}${signedPath()}`),
  },
};
