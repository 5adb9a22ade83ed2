import { isServerUnreachable } from './is-server-unreachable.ts';

/** What says that a statement never came to a server, or was not finished by it. */
const neverDone: readonly unknown[] = [
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P03', '57014', '55P03', '25P03', '53300', '25006'],
];

/**
 * Tells whether what failed with an error of the database may be stored all the same: the way to
 * the server was cut before it answered, perhaps after it had committed.
 */
export function mayBeStored(error: unknown): boolean {
  if (!isServerUnreachable(error)) return false;
  const { code, message } = error as Error & { code?: unknown };
  return !neverDone.includes(code) && !message.startsWith('timeout exceeded when trying to connect');
}
