/** Of the system: the server is not there, or the way to it is cut. */
const systemCodes: readonly unknown[] = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
];

/**
 * Of PostgreSQL (appendix A of its manual): connection exceptions (class 08), a server that stops,
 * has crashed, starts or has become a standby, too many connections, and a statement or
 * transaction that was cut off for its time or for a lock.
 */
const sqlState = /^(?:08\w{3}|57P0[1-3]|57014|55P03|25P03|53300|25006)$/;

/** What `pg` says of a connection without a code. */
const ofDriver =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/**
 * Tells whether an error of the database or of the store of pictures says that its server cannot be
 * reached, or cannot answer at the moment.
 */
export function isServerUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, message, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } };
  if (systemCodes.includes(code) || (typeof code === 'string' && sqlState.test(code)) || ofDriver.test(message)) return true;
  // An error of the client of S3, after its own tries.
  return $metadata !== undefined && (name === 'TimeoutError' || ($metadata.httpStatusCode ?? 0) >= 500);
}
