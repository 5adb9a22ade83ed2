import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { TokenScope } from './token-scope.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });

const limits = {
  rate_limit: nullable(
    Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    'Most requests in a window of `OCR_WEB_RATE_LIMIT_WINDOW_SECONDS`; null: `OCR_WEB_RATE_LIMIT`.',
  ),
  scans_per_day: nullable(
    Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    'Most files in a day (UTC), alone and in batches, for all tokens of the same owner together; null: as many as there are.',
  ),
  retain_minutes: nullable(
    Type.Integer({ minimum: 1, maximum: 5_256_000 }),
    'How long what it sends is kept unless a request says otherwise with `retain`, up to `OCR_WEB_MAX_RETENTION_HOURS`; null: `OCR_WEB_RETENTION_HOURS`.',
  ),
  retain_picture_minutes: nullable(
    Type.Integer({ minimum: 0, maximum: 5_256_000 }),
    'How long a file that it sends is kept from the end of its reading, unless a request says otherwise with `retain_picture`; never longer than its result; null: `OCR_WEB_PICTURE_RETENTION_MINUTES`.',
  ),
};

const someLimits = {
  rate_limit: Type.Optional(limits.rate_limit),
  scans_per_day: Type.Optional(limits.scans_per_day),
  retain_minutes: Type.Optional(limits.retain_minutes),
  retain_picture_minutes: Type.Optional(limits.retain_picture_minutes),
};

const tokenProperties = {
  id: Type.String({ format: 'uuid' }),
  object: Type.Literal('token'),
  name: Type.String({ description: 'What people recognise it by.' }),
  prefix: nullable(
    Type.String({ pattern: '^[0-9a-f]{8}$' }),
    'How it begins; null where its text was chosen by the operator, or was made before prefixes were kept.',
  ),
  scopes: Type.Array(TokenScope, { description: 'What it may do.' }),
  ...limits,
  created_at: time('When it was made.'),
  last_used_at: nullable(time('The minute of its last request; null: none that is known.')),
  expires_at: nullable(time('From here on it is refused; null: never.')),
  revoked_at: nullable(time('When it was revoked.')),
};

const example = {
  id: '0b0f6d3e-8f6a-4c55-9d5c-0c6f1a2b3c4d',
  object: 'token',
  name: 'front desk',
  prefix: '01234567',
  scopes: ['scan', 'read', 'delete'],
  rate_limit: null,
  scans_per_day: 500,
  retain_minutes: 60,
  retain_picture_minutes: null,
  created_at: '2026-11-23T12:00:00.000Z',
  last_used_at: '2026-11-24T08:31:00.000Z',
  expires_at: null,
  revoked_at: null,
};

/** A token without its text, of which only a hash and the beginning are stored. */
export const Token = Type.Object(tokenProperties, { $id: 'Token', examples: [example] });

export const TokenList = Type.Object(
  { data: Type.Array(Token, { description: 'Oldest first.' }) },
  { $id: 'TokenList', examples: [{ data: [example] }] },
);

export const TokenWithText = Type.Object(
  { ...tokenProperties, token: Type.String({ description: 'The token itself. It is shown only in this answer.' }) },
  { $id: 'TokenWithText', examples: [{ ...example, last_used_at: null, token: '0123456789abcdef0123456789abcdef01234567' }] },
);

const expiresAt = Type.Optional(time('From here on it is refused; in the future. Left out: never.'));

export const CreateTokenRequest = Type.Object(
  {
    // Without control characters: a database keeps no NUL, and terminals obey some of the others.
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$',
      description: 'What people recognise it by; need not be unique.',
    }),
    scopes: Type.Optional(
      Type.Array(TokenScope, { minItems: 1, uniqueItems: true, description: 'What it may do. Left out: scan, read and delete.' }),
    ),
    expires_at: expiresAt,
    ...someLimits,
  },
  { $id: 'CreateTokenRequest', examples: [{ name: 'front desk' }, { name: 'archive', scopes: ['read', 'delete'], scans_per_day: 500 }] },
);

export const UpdateTokenRequest = Type.Object(someLimits, {
  $id: 'UpdateTokenRequest',
  minProperties: 1,
  examples: [{ scans_per_day: 500 }],
});

export const RotateTokenRequest = Type.Object(
  {
    overlap_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 31_536_000,
        default: 86_400,
        description: 'How long the old token is still taken. Use 0 if it has leaked.',
      }),
    ),
    expires_at: Type.Optional(time('When the new token ends. Left out: it lasts as long as the old one was made for.')),
  },
  { $id: 'RotateTokenRequest', examples: [{ overlap_seconds: 86_400 }] },
);

export const TokenParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export type TokenBody = Static<typeof Token>;
export type TokenListBody = Static<typeof TokenList>;
export type TokenWithTextBody = Static<typeof TokenWithText>;
export type CreateTokenBody = Static<typeof CreateTokenRequest>;
export type UpdateTokenBody = Static<typeof UpdateTokenRequest>;
export type RotateTokenBody = Static<typeof RotateTokenRequest>;
export type TokenPath = Static<typeof TokenParams>;
