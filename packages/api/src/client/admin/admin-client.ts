import type { StatisticsBody, StatisticsParameters } from '../../schemas/v2/admin/statistics.ts';
import type { CreateTokenBody, TokenBody, TokenListBody, TokenWithTextBody } from '../../schemas/v2/admin/token.ts';
import { readJson } from '../transport/read-answer.ts';
import { type CallOptions, deleteResource } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';

/** Calls for operators, whose token has the scope `admin`. All reject with OcrWebError. */
export type AdminClient = {
  /** How the service does and has done. `range` is `day` when missing. */
  readonly statistics: (options?: CallOptions & StatisticsParameters) => Promise<StatisticsBody>;
  readonly listTokens: (options?: CallOptions) => Promise<TokenBody[]>;
  /** Only this answer shows the token: keep it. Sent once. */
  readonly createToken: (token: CreateTokenBody, options?: CallOptions) => Promise<TokenWithTextBody>;
  /** Closes a token for good; what was made with it stays until it expires. */
  readonly revokeToken: (id: string, options?: CallOptions) => Promise<void>;
};

const path = '/api/v2/admin';

export function openAdminClient(transport: Transport): AdminClient {
  const { send } = transport;
  return {
    statistics: ({ signal, range } = {}) =>
      send({ path: `${path}/statistics`, query: { range }, repeatable: true, signal }, readJson<StatisticsBody>),
    listTokens: async ({ signal } = {}) => (await send({ path: `${path}/tokens`, repeatable: true, signal }, readJson<TokenListBody>)).data,
    createToken: (token, { signal } = {}) => {
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST', path: `${path}/tokens`, headers, body: JSON.stringify(token), repeatable: false, signal } as const;
      return send(request, readJson<TokenWithTextBody>);
    },
    revokeToken: (id, { signal } = {}) => deleteResource({ path: `${path}/tokens/${id}`, signal }, transport),
  };
}
