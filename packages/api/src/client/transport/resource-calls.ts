import { isOcrWebError } from '../ocr-web-error.ts';
import { readNothing } from './read-answer.ts';
import type { ApiRequest, Transport } from './transport.ts';

export type CallOptions = {
  /** Ends the call with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
};

type Page<Item> = { readonly data: readonly Item[]; readonly next_cursor: string | null };

/** Everything in a list, page after page; a page is requested when the one before is used up. */
export async function* listAll<Item>(readPage: (cursor: string | undefined) => Promise<Page<Item>>): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    yield* page.data;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}

/**
 * Deletes a resource. If the answer to a first attempt was lost, "not found" to the second means
 * that the first one succeeded.
 */
export async function deleteResource(request: Pick<ApiRequest, 'path' | 'signal'>, { send }: Transport): Promise<void> {
  try {
    await send({ ...request, method: 'DELETE', repeatable: true }, readNothing);
  } catch (error) {
    if (!(isOcrWebError(error) && error.status === 404 && error.attempts > 1)) throw error;
  }
}
