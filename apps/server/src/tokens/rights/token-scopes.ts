import { type TokenScopeName, tokenScopes, usualTokenScopes } from '@ocr-web/api';

/** Writes scopes as a column keeps them: separated by blanks, as in RFC 6749, section 3.3. */
export function joinScopes(scopes: readonly TokenScopeName[]): string {
  return [...new Set(scopes)].sort().join(' ');
}

/**
 * Reads what `joinScopes` wrote. Nothing stands for the usual scopes: only a process of a version
 * that knew none writes it, while it runs beside this one.
 */
export function splitScopes(text: string): TokenScopeName[] {
  const words = text === '' ? usualTokenScopes : text.split(' ');
  return tokenScopes.filter((scope) => words.includes(scope));
}
