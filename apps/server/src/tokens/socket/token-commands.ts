import { TokenScope } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { rewrapRows } from '../../crypto/rewrap-rows.ts';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import type { ObjectStore } from '../../pictures/stores/object-store.ts';
import { purgeSome } from '../purge-token.ts';
import { tokensOf } from '../tokens.ts';
import { registerFileHold } from './file-hold.ts';

export type TokenCommandDeps = {
  readonly sql: Kysely<Tables>;
  readonly store: ObjectStore;
  readonly keys: KeyRing;
  readonly auditLog: AuditLog;
  /** Keeps the database's file as it is while a backup copies it. */
  readonly holdFile: Database['holdFile'];
  /** Makes what has changed hold for requests. A command is answered only then. */
  readonly reload: () => Promise<void>;
};

const AuditHead = Type.Object({ position: Type.Integer(), hash: Type.String() });
const expiresAt = Type.Optional(Type.String({ format: 'date-time' }));
const limit = Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]));
const pictureMinutes = Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]));
const limits = { rateLimit: limit, scansPerDay: limit, retainMinutes: limit, retainPictureMinutes: pictureMinutes };
const scopes = Type.Optional(Type.Array(TokenScope, { minItems: 1 }));
const CreateCommand = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), scopes, expiresAt, ...limits });
const UpdateCommand = Type.Object(limits);
const RotateCommand = Type.Object({ overlapMs: Type.Integer({ minimum: 0 }), expiresAt });

type OfToken = { Params: { id: string } };

/** Registers what call-token-socket.ts asks for. */
export function registerTokenCommands(app: FastifyInstance, { sql, store, keys, auditLog, holdFile, reload }: TokenCommandDeps): void {
  const tokens = tokensOf(sql, store, keys);
  const inForce = async <Answer>(changing: Promise<Answer>): Promise<Answer> => {
    const answer = await changing;
    await reload();
    return answer;
  };
  app.post('/audit/verify', (request) => auditLog.verify(Value.Check(AuditHead, request.body) ? request.body : undefined));
  app.get<{ Querystring: { after: string } }>('/audit/events', (request) => auditLog.read(Number(request.query.after)));
  if (holdFile) registerFileHold(app, holdFile);
  app.post('/keys/rewrap', () => rewrapRows(sql, keys));
  app.get('/tokens', () => tokens.list());
  app.post('/tokens', (request) => {
    const { name, expiresAt: end, ...options } = Value.Parse(CreateCommand, request.body);
    return inForce(tokens.create(name, { ...options, expiresAt: readTime(end) }));
  });
  app.patch<OfToken>('/tokens/:id', async (request) => ({
    token: (await inForce(tokens.update(request.params.id, Value.Parse(UpdateCommand, request.body)))) ?? null,
  }));
  app.post<OfToken>('/tokens/:id/rotate', async (request) => {
    const { overlapMs, expiresAt: end } = Value.Parse(RotateCommand, request.body);
    return { token: (await inForce(tokens.rotate(request.params.id, { overlapMs, expiresAt: readTime(end) }))) ?? null };
  });
  app.delete<OfToken>('/tokens/:id', async (request) => ({ revoked: await inForce(tokens.revoke(request.params.id)) }));
  app.post<OfToken>('/tokens/:id/purge', async (request) => ({
    step: await inForce(purgeSome({ sql, store, keys }, request.params.id, new Date())),
  }));
}

function readTime(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
