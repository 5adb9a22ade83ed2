import { join } from 'node:path';

/** Most bytes of a Unix socket's path on the strictest platform that is supported. */
const maxPathBytes = 103;

/**
 * Where the running server of a data folder takes token commands; undefined where the path is too
 * long for a socket.
 */
export function tokenSocketPath(dataDirectory: string): string | undefined {
  const path = join(dataDirectory, 'tokens.sock');
  return Buffer.byteLength(path) <= maxPathBytes ? path : undefined;
}
