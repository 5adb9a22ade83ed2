import { DetailError, Problem } from '@ocr-web/api';
import { v2Prefix } from '../api-prefixes.ts';

/** What all operations of an API have in common in the document. */
export type ApiStyle = {
  /** Names of security schemes, one of which is needed. Empty: no token. */
  readonly security: readonly string[];
  /** How the API says no. */
  readonly refusal: { readonly mediaType: string; readonly schema: object };
};

const v1: ApiStyle = { security: ['token'], refusal: { mediaType: 'application/json', schema: DetailError } };
const v2: ApiStyle = { security: ['bearer', 'token'], refusal: { mediaType: 'application/problem+json', schema: Problem } };

/** Returns the style of the API that an address belongs to. */
export function apiStyle(url: string): ApiStyle {
  if (url.startsWith(`${v2Prefix}/`)) return v2;
  return url.startsWith('/api/v1/') ? v1 : { ...v1, security: [] };
}

/** The security schemes of the document. */
export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: '`Authorization: Bearer <token>`, for version 2.' },
  token: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`Authorization: Token <token>`: the word `Token`, a space and the token. For both versions.',
  },
} as const;
