import { isOcrWebError } from './ocr-web-error.ts';
import { readNothing } from './read-answer.ts';
import type { ApiRequest, Transport } from './transport.ts';

/** Deletes. Where the answer to a first attempt was lost, a "not found" to the second means that the first one did it. */
export async function removeOnce(request: Pick<ApiRequest, 'path' | 'signal'>, { send }: Transport): Promise<void> {
  try {
    await send({ ...request, method: 'DELETE', repeatable: true }, readNothing);
  } catch (error) {
    if (!(isOcrWebError(error) && error.status === 404 && error.attempts > 1)) throw error;
  }
}
