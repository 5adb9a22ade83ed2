import type { StatisticsBody, StatisticsParameters } from '../../schemas/v2/admin/statistics.ts';
import type {
  CreateTokenBody,
  RotateTokenBody,
  TokenBody,
  TokenListBody,
  TokenWithTextBody,
  UpdateTokenBody,
} from '../../schemas/v2/admin/token.ts';
import { readJson, readNothing } from '../transport/read-answer.ts';
import { type CallOptions, deleteResource } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';

/** Calls for operators, whose token has the scope `admin`. All reject with OcrWebError. */
export type AdminClient = {
  /** How the service does and has done. `range` is `day` when missing. */
  readonly statistics: (options?: CallOptions & StatisticsParameters) => Promise<StatisticsBody>;
  /** Sends a delivery that was given up again, whoever’s it is. */
  readonly resendDeadLetter: (id: number, options?: CallOptions) => Promise<void>;
  readonly listTokens: (options?: CallOptions) => Promise<TokenBody[]>;
  /** Only this answer shows the token: keep it. Sent once. */
  readonly createToken: (token: CreateTokenBody, options?: CallOptions) => Promise<TokenWithTextBody>;
  /** Changes what a token may use; null is no limit of its own. */
  readonly updateToken: (id: string, changes: UpdateTokenBody, options?: CallOptions) => Promise<TokenBody>;
  /**
   * Makes a token in the place of another, which ends after the overlap, a day when missing. Only
   * this answer shows the new one. Sent once.
   */
  readonly rotateToken: (id: string, rotation?: RotateTokenBody, options?: CallOptions) => Promise<TokenWithTextBody>;
  /** Closes a token for good; what was made with it stays until it expires. */
  readonly revokeToken: (id: string, options?: CallOptions) => Promise<void>;
};

const path = '/api/v2/admin';

export function openAdminClient(transport: Transport): AdminClient {
  const { send } = transport;
  const write = <Answer>(method: 'POST' | 'PATCH', to: string, body: object, { signal }: CallOptions) => {
    const headers = { 'content-type': 'application/json' };
    const request = { method, path: `${path}/tokens${to}`, headers, body: JSON.stringify(body), repeatable: false, signal };
    return send(request, readJson<Answer>);
  };
  return {
    statistics: ({ signal, range } = {}) =>
      send({ path: `${path}/statistics`, query: { range }, repeatable: true, signal }, readJson<StatisticsBody>),
    resendDeadLetter: (id, { signal } = {}) =>
      send({ method: 'POST', path: `${path}/dead-letters/${id}/resend`, repeatable: false, signal }, readNothing),
    listTokens: async ({ signal } = {}) => (await send({ path: `${path}/tokens`, repeatable: true, signal }, readJson<TokenListBody>)).data,
    createToken: (token, options = {}) => write<TokenWithTextBody>('POST', '', token, options),
    updateToken: (id, changes, options = {}) => write<TokenBody>('PATCH', `/${id}`, changes, options),
    rotateToken: (id, rotation = {}, options = {}) => write<TokenWithTextBody>('POST', `/${id}/rotate`, rotation, options),
    revokeToken: (id, { signal } = {}) => deleteResource({ path: `${path}/tokens/${id}`, signal }, transport),
  };
}
