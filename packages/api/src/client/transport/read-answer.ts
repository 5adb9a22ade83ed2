import type { ProblemBody } from '../../schemas/v2/problem.ts';
import { OcrWebError } from '../ocr-web-error.ts';

/**
 * Reads the JSON that the service promises. @throws OcrWebError `client.bad_answer` for anything
 * else
 */
export async function readJson<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Body;
  } catch (cause) {
    const { status } = response;
    const requestId = response.headers.get('x-request-id') ?? undefined;
    const message = `The answer (${status}) is not JSON. Is baseUrl the address of the service?`;
    throw new OcrWebError('client.bad_answer', message, { status, requestId, cause });
  }
}

/** For answers without a body. */
export async function readNothing(response: Response): Promise<void> {
  await response.body?.cancel();
}

/** The error for a refusal. The answer may also come from a proxy, which does not send problems. */
export async function readProblem(response: Response, now: Date): Promise<OcrWebError> {
  const { status } = response;
  const problem = parseProblem(await response.text());
  const message = problem ? problem.detail || problem.title : `The answer is ${status} ${response.statusText}`.trimEnd();
  return new OcrWebError(problem?.code ?? `http.${status}`, message, {
    status,
    problem,
    requestId: response.headers.get('x-request-id') ?? problem?.request_id,
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), now),
  });
}

function parseProblem(text: string): ProblemBody | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
      ? (value as ProblemBody)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3). undefined when it is
 * missing or neither.
 */
function parseRetryAfter(text: string | null, now: Date): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
