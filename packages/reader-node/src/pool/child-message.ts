import type { EngineErrorCode } from '@ocr-web/reader';

/** What the pool says to a child: one request at a time, numbered from 1. */
export type ChildRequest<Input> = { readonly id: number; readonly input: Input };

/** An EngineError as it travels. `cause` is for the log. */
export type ChildFailure = { readonly code: EngineErrorCode; readonly message: string; readonly cause: string };

/**
 * What a child says to its pool. The id is that of the request, 0 for the preparation before the first one. `begun` comes before any
 * work, so that the death of an idle child is not blamed on a request that it never saw.
 */
export type ChildMessage<Output> =
  | { readonly kind: 'begun'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly output: Output }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: ChildFailure };
