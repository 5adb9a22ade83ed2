import type { ProblemBody } from '../schemas/v2/problem.ts';
import { OcrWebError } from './ocr-web-error.ts';
import { parseRetryAfter } from './parse-retry-after.ts';

/** The error that a refusal stands for. The answer may also be a proxy's, which knows nothing of problems. */
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
