import { chmod, rm } from 'node:fs/promises';
import { TokenScope } from '@ocr-web/api';
import { fastify } from 'fastify';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { AuditLog } from '../audit/audit-log.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import { rewrapRows } from '../crypto/rewrap-rows.ts';
import type { Tables } from '../database/tables.ts';
import { isDiskFull } from '../errors/is-disk-full.ts';
import { toStartupError } from '../errors/to-startup-error.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { purgeSome } from './purge-token.ts';
import { tokenSocketPath } from './token-socket-path.ts';
import { tokensOf } from './tokens.ts';

export type TokenSocketDeps = {
  readonly sql: Kysely<Tables>;
  readonly store: ObjectStore;
  readonly keys: KeyRing;
  readonly auditLog: AuditLog;
  /** Makes what has changed hold for requests. A command is answered only then. */
  readonly reload: () => Promise<void>;
};

const AuditHead = Type.Object({ position: Type.Integer(), hash: Type.String() });
const CreateCommand = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), scopes: Type.Optional(Type.Array(TokenScope)) });

/**
 * Takes token commands on a Unix socket in the data folder while the server has the database to
 * itself. Whoever may open the socket may also read the folder, so it asks for no token.
 *
 * @returns how to close it
 */
export async function openTokenSocket(
  { sql, store, keys, auditLog, reload }: TokenSocketDeps,
  dataDirectory: string,
  logger: Logger,
): Promise<() => Promise<void>> {
  const path = tokenSocketPath(dataDirectory);
  if (path === undefined) {
    logger.warn('The path of OCR_WEB_DATA_DIR is too long for a socket: tokens can be made only while the server is stopped.');
    return () => Promise.resolve();
  }
  const tokens = tokensOf(sql, store, keys);
  const app = fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (!isDiskFull(error)) throw error;
    return reply.status(507).send({ detail: toStartupError(error, dataDirectory).message });
  });
  const inForce = async <Answer>(changing: Promise<Answer>): Promise<Answer> => {
    const answer = await changing;
    await reload();
    return answer;
  };
  app.post('/audit/verify', (request) => auditLog.verify(Value.Check(AuditHead, request.body) ? request.body : undefined));
  app.get<{ Querystring: { after: string } }>('/audit/events', (request) => auditLog.read(Number(request.query.after)));
  app.post('/keys/rewrap', () => rewrapRows(sql, keys));
  app.get('/tokens', () => tokens.list());
  app.post('/tokens', (request) => {
    const { name, scopes = [] } = Value.Parse(CreateCommand, request.body);
    return inForce(tokens.create(name, scopes));
  });
  app.delete<{ Params: { id: string } }>('/tokens/:id', async (request) => ({ revoked: await inForce(tokens.revoke(request.params.id)) }));
  app.post<{ Params: { id: string } }>('/tokens/:id/purge', async (request) => ({
    step: await inForce(purgeSome({ sql, store, keys }, request.params.id, new Date())),
  }));
  // A server that was killed leaves its socket behind; we hold the folder's lock, so nobody uses
  // this one.
  await rm(path, { force: true });
  await app.listen({ path });
  await chmod(path, 0o600);
  return () => app.close();
}
