import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';

/** What a token may do beyond sending scans and reading its own. */
export const TokenScope = Type.Enum(['admin'], {
  description: 'admin: may use everything under `/api/v2/admin`, which shows no identity value.',
});

const time = (description: string) => Type.String({ format: 'date-time', description });
const scopes = Type.Array(TokenScope, { uniqueItems: true, description: 'What it may do beyond sending scans and reading its own.' });

const tokenProperties = {
  id: Type.String({ format: 'uuid' }),
  object: Type.Literal('token'),
  name: Type.String({ description: 'What people recognise it by.' }),
  scopes,
  created_at: time('When it was made.'),
  revoked_at: nullable(time('When it was revoked.')),
};

const example = {
  id: '0b0f6d3e-8f6a-4c55-9d5c-0c6f1a2b3c4d',
  object: 'token',
  name: 'front desk',
  scopes: [],
  created_at: '2026-11-23T12:00:00.000Z',
  revoked_at: null,
};

/** A token without its text, of which only a hash is stored. */
export const Token = Type.Object(tokenProperties, { $id: 'Token', examples: [example] });

export const TokenList = Type.Object(
  { data: Type.Array(Token, { description: 'Oldest first.' }) },
  { $id: 'TokenList', examples: [{ data: [example] }] },
);

export const TokenWithText = Type.Object(
  { ...tokenProperties, token: Type.String({ description: 'The token itself. It is shown only in this answer.' }) },
  { $id: 'TokenWithText', examples: [{ ...example, token: '0123456789abcdef0123456789abcdef01234567' }] },
);

export const CreateTokenRequest = Type.Object(
  {
    // Without control characters: a database keeps no NUL, and terminals obey some of the others.
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$',
      description: 'What people recognise it by; need not be unique.',
    }),
    scopes: Type.Optional(scopes),
  },
  { $id: 'CreateTokenRequest', examples: [{ name: 'front desk' }] },
);

export const TokenParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export type TokenScopeName = Static<typeof TokenScope>;
export type TokenBody = Static<typeof Token>;
export type TokenListBody = Static<typeof TokenList>;
export type TokenWithTextBody = Static<typeof TokenWithText>;
export type CreateTokenBody = Static<typeof CreateTokenRequest>;
export type TokenPath = Static<typeof TokenParams>;
