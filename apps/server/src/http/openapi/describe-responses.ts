import { STATUS_CODES } from 'node:http';
import { headersOf } from './answer-headers.ts';
import type { ApiStyle } from './api-styles.ts';
import type { Components } from './collect-components.ts';
import type { ContentSchema } from './operation-schema.ts';

/**
 * What every operation with a token may answer beside what its route says, with the words for it.
 */
const everywhere: Readonly<Record<number, string>> = {
  401: 'No token, or not a valid one.',
  403: 'The token does not have the scope.',
  429: 'The rate limit of the token is used up.',
  500: 'The service failed. It has been logged under the request id.',
  503: 'The storage of the service cannot be reached at the moment.',
};

/** Turns the answers in a route's schema, by status, into those of the document. */
export function describeResponses(responses: object, style: ApiStyle, { refer }: Components): Record<string, object> {
  const needsToken = style.security.length > 0;
  const said = Object.entries(responses).map(([status, response]) => [Number(status), asContent(response)] as const);
  const refusal = { content: { [style.refusal.mediaType]: { schema: style.refusal.schema } } };
  const added = Object.entries(needsToken ? everywhere : {})
    .map(([status, description]) => [Number(status), { description, ...refusal }] as const)
    .filter(([status]) => !Object.hasOwn(responses, status));
  const all: (readonly [number, ContentSchema])[] = [...said, ...added].sort(([one], [other]) => one - other);
  return Object.fromEntries(
    all.map(([status, { description, headers, content }]) => [
      status,
      {
        description: description ?? STATUS_CODES[status],
        headers: { ...headersOf(status, needsToken), ...headers },
        ...(content ? { content: refer(content) } : {}),
      },
    ]),
  );
}

/** A bare schema is a body in JSON; null is no body. */
function asContent(response: object): ContentSchema {
  if ('content' in response) return response as ContentSchema;
  const { description, type } = response as { description?: string; type?: string };
  if (type === 'null') return description === undefined ? {} : { description };
  return { content: { 'application/json': { schema: response } } };
}
