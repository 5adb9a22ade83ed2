import { flushCompileCache } from 'node:module';
import { type EngineErrorCode, isEngineError } from '@ocr-web/reader';
import { dropWriteAccess } from '../confine/file-access.ts';
import { redactText } from './redact-text.ts';

/** What the pool says to a child: one request at a time, numbered from 1. */
export type ChildRequest<Input> = { readonly id: number; readonly input: Input };

/** An EngineError as it travels. `cause` is for the log. */
export type ChildFailure = { readonly code: EngineErrorCode; readonly message: string; readonly cause: string };

/**
 * What a child says to its pool. The id is that of the request, 0 for the preparation before the
 * first one. `begun` comes before any work, so that the death of an idle child is not blamed on a
 * request that it never saw.
 */
export type ChildMessage<Output> =
  | { readonly kind: 'begun'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly output: Output }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: ChildFailure };

/**
 * The child's half of a pool: prepares once, then answers requests until the parent goes away.
 *
 * @param prepare loads what the handler needs; when it fails the child is unfit, and the pool
 *   learns why
 */
export async function serveRequests<Input, Output>(prepare: () => Promise<(input: Input) => Promise<Output>>): Promise<void> {
  // A terminal or a service manager signals the whole group: the parent decides when its children
  // go, by closing the channel.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  let handle: (input: Input) => Promise<Output>;
  process.on('message', (request: ChildRequest<Input>) => void settle(request.id, () => handle(request.input)));
  await settle(0, async () => {
    handle = await prepare();
  });
  // The pool ends a child by SIGKILL, which leaves it no time for that.
  flushCompileCache();
  dropWriteAccess();
}

async function settle<Output>(id: number, work: () => Promise<Output>): Promise<void> {
  send({ kind: 'begun', id });
  try {
    send({ kind: 'answer', id, output: await work() });
  } catch (error) {
    send({ kind: 'failure', id, failure: describeFailure(error) });
  }
}

function describeFailure(error: unknown): ChildFailure {
  const { name, message, stack = '', cause } = error instanceof Error ? error : new Error(String(error));
  if (isEngineError(error)) return { code: error.code, message, cause: String(cause ?? stack) };
  return {
    code: 'engine.crashed',
    message: `The reader failed in an unforeseen way (${name}: ${redactText(message)}).`,
    cause: stackFrames(stack),
  };
}

/** Where it failed, without the message. */
function stackFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function send<Output>(message: ChildMessage<Output>): void {
  process.send?.(message);
}
