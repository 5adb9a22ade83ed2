import { requestIdHeader } from './choose-request-id.ts';

/**
 * Headers that every answer carries, whoever makes it: its id, and that nobody keeps it or guesses
 * what it is.
 */
export function commonHeaders(requestId: string): Readonly<Record<string, string>> {
  return { [requestIdHeader]: requestId, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
}
