import type { TokenScopeName } from '@ocr-web/api';

/** Writes scopes as a column keeps them: separated by blanks, as in RFC 6749, section 3.3. */
export function joinScopes(scopes: readonly TokenScopeName[]): string {
  return [...new Set(scopes)].sort().join(' ');
}

/** Reads what `joinScopes` wrote. */
export function splitScopes(text: string): TokenScopeName[] {
  return text.split(' ').filter((scope): scope is TokenScopeName => scope === 'admin');
}
