import { onePixelPng } from '../../test/uploads/pictures.ts';
import type { Cases } from '../provoke.ts';
import type { Service } from '../start-contract-servers.ts';

const path = '/api/v2/registrations';
const json = { 'content-type': 'application/json' };

const check = ({ request, authorization }: Service, body: unknown, headers: Record<string, string> = json) =>
  request(path, {
    method: 'POST',
    headers: { ...authorization, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** The operation on registers of guests. */
export const registrationCases: Cases = {
  createRegistration: {
    200: ({ main }) => check(main, { register: 'ses', guests: [{}] }),
    400: ({ main }) => check(main, { register: 'viza' }),
    404: ({ main }) => check(main, { register: 'ses', guests: [{ scan_id: 999_999_999 }] }),
    409: async ({ stuck }) => {
      const headers = { ...stuck.authorization, 'content-type': 'application/octet-stream' };
      const { id } = (await (await stuck.request('/api/v2/scans', { method: 'POST', headers, body: onePixelPng })).json()) as {
        id: number;
      };
      return check(stuck, { register: 'ses', guests: [{ scan_id: id }] });
    },
    413: ({ main }) => check(main, JSON.stringify({ register: 'x'.repeat(2_000_000) })),
    415: ({ main }) => check(main, 'x', { 'content-type': 'text/plain' }),
  },
};
