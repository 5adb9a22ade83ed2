import { OcrWebError } from './ocr-web-error.ts';

/** Takes an answer for the JSON that the service promises. @throws OcrWebError `client.bad_answer` when it is something else */
export async function readJson<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch (cause) {
    const { status } = response;
    const requestId = response.headers.get('x-request-id') ?? undefined;
    const message = `The answer (${status}) is not JSON. Is the base address the service's own?`;
    throw new OcrWebError('client.bad_answer', message, { status, requestId, cause });
  }
}

/** For answers without a body. */
export async function readNothing(response: Response): Promise<void> {
  await response.body?.cancel();
}
