import dns from 'node:dns';
import { getSystemErrorMap } from 'node:util';
import { isEngineError } from '@ocr-web/reader';
import { ChildEnd, redactText } from '@ocr-web/reader-node';
import { isServiceError } from '../errors/service-error.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { isNumber, isOneOf } from './safe-values.ts';

/** Calls of the system that fail for reasons that an operator can mend. */
const isSyscall = isOneOf([
  ...['access', 'bind', 'close', 'connect', 'fsync', 'ftruncate', 'getaddrinfo', 'kill', 'listen', 'lstat', 'mkdir', 'open', 'read'],
  ...['rename', 'rmdir', 'scandir', 'spawn', 'stat', 'statfs', 'unlink', 'write'],
]);

type ErrorDescription = {
  /** Its class, whose name a program gave. */
  type: string;
  code?: string;
  /** The call of the system that failed. */
  syscall?: string;
  /** What a server answered over HTTP. */
  status?: number;
  message?: string;
  stack?: string;
  cause?: ErrorDescription | ({ type: string } & ChildEnd);
};

const systemCodes: ReadonlySet<unknown> = new Set([
  ...Array.from(getSystemErrorMap().values(), ([name]) => name),
  ...Object.values(dns).filter((value) => typeof value === 'string'),
]);

/**
 * Says of an error what may stand in a log: which it is and where it happened.
 *
 * Only named properties are copied, since drivers attach rows and parameters to their errors, and
 * only in forms that no value read from a document has. A message may quote anything, as those of
 * databases do ("Key (...)=(...)") and those of the engine that runs the program ("... is not
 * valid JSON"); so it is left out, except that of an EngineError, whose sentences are ours, and
 * which is redacted even so. How a reader process ended is facts that are redacted already.
 */
export function describeError(error: unknown, depth = 0): NonNullable<ErrorDescription['cause']> {
  if (error instanceof ChildEnd) return { type: 'ChildEnd', ...error };
  if (!(error instanceof Error)) return { type: typeof error };
  const code = codeOf(error);
  const stack = framesOf(error);
  return {
    type: nameOf(error),
    ...(code !== undefined && { code }),
    ...('syscall' in error && isSyscall(error.syscall) && { syscall: error.syscall }),
    ...statusOf(error),
    ...(isEngineError(error) && { message: redactText(error.message) }),
    ...(stack !== '' && { stack }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The name that the class has, and not one that somebody gave to the error. */
function nameOf(error: Error): string {
  return error instanceof DOMException ? error.name : error.constructor.name;
}

function codeOf(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLSTATE (ISO/IEC 9075-2), as PostgreSQL gives it with a severity.
  const isSqlState = 'severity' in error && /^[\dA-Z]{5}$/.test(code);
  const isOurs = isEngineError(error) || isServiceError(error) || isStartupError(error);
  // No name, number or word in a document has an underscore.
  return isOurs || isSqlState || systemCodes.has(code) || /^[A-Z]+(_[A-Z]+){1,8}$/.test(code) ? code : undefined;
}

/** The AWS SDK notes it in its metadata. */
function statusOf(error: Error): Pick<ErrorDescription, 'status'> {
  const { $metadata: metadata } = error as { $metadata?: { httpStatusCode?: unknown } };
  return isNumber(metadata?.httpStatusCode) ? { status: metadata.httpStatusCode } : {};
}

/** The places in the program, without the message above them, whose lines may look like places. */
function framesOf({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  const frames = stack
    .slice(start === -1 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => /^ {4}at [^()]{0,200}\(?(file:\/\/|node:|\/)[^()\s]{1,500}:\d{1,7}:\d{1,7}\)?$/.test(line));
  return frames.join('\n');
}
