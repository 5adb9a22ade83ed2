import { ChildEnd } from '@ocr-web/reader-node';

type ErrorDescription = {
  type: string;
  code?: string;
  message?: string;
  stack?: string;
  cause?: ErrorDescription | ({ type: string } & ChildEnd);
};

/**
 * Says of an error what may stand in a log.
 *
 * Only named properties are copied, since drivers attach rows and parameters to their errors. The
 * message of a database error quotes values ("invalid input syntax for ...", "Key (...)=(...)"), so
 * its five character code has to do. How a reader process ended is facts that are redacted already.
 */
export function describeError(error: unknown, depth = 0): NonNullable<ErrorDescription['cause']> {
  if (error instanceof ChildEnd) return { type: 'ChildEnd', ...error };
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const quotesValues = 'severity' in error || error instanceof SyntaxError;
  const message = quotesValues ? {} : { message: error.message };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const stack = frames && frames.length > 0 ? { stack: frames.join('\n') } : {};
  const cause = error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {};
  return { type: error.name, ...code, ...message, ...stack, ...cause };
}
