import { Problem } from '@ocr-web/api';
import type { ServiceErrorCode } from '../../errors/service-error.ts';
import { errorStatus } from '../errors/error-status.ts';
import { problemTitles } from './problem-titles.ts';

type ProblemResponse = {
  readonly description: string;
  readonly content: { readonly 'application/problem+json': { schema: typeof Problem } };
};

/** What every route with a token may answer. */
const everywhere: readonly ServiceErrorCode[] = [
  'authentication.missing',
  'authentication.invalid',
  'scope.missing',
  'rate.limited',
  'storage.unavailable',
];

/**
 * Describes the refusals of a route for its schema, by status; those that every route has need not
 * be named.
 */
export function problemResponses(...codes: readonly ServiceErrorCode[]): Readonly<Record<number, ProblemResponse>> {
  const responses: Record<number, ProblemResponse> = {};
  for (const code of [...everywhere, ...codes]) {
    const status = errorStatus[code];
    const said = responses[status]?.description;
    const sentence = `${problemTitles[code]} (\`${code}\`).`;
    responses[status] = {
      description: said === undefined ? sentence : `${said} ${sentence}`,
      content: { 'application/problem+json': { schema: Problem } },
    };
  }
  return responses;
}
