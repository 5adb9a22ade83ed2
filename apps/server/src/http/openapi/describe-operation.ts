import type { FastifySchema } from 'fastify';
import { routeScopes } from '../authentication/route-scopes.ts';
import { apiStyle } from './api-styles.ts';
import type { Components } from './collect-components.ts';
import { describeResponses } from './describe-responses.ts';
import type { ContentSchema } from './operation-schema.ts';

type ObjectSchema = { readonly properties?: Readonly<Record<string, object>>; readonly required?: readonly string[] };

/** Turns a route's schema into an operation of the document. */
export function describeOperation(url: string, schema: FastifySchema, components: Components): object {
  const style = apiStyle(url);
  const { operationId, tags, summary, description } = schema;
  // What OpenAPI calls the names of roles.
  const scope = routeScopes[operationId ?? ''];
  const scopes = scope === undefined ? [] : [scope];
  const parameters = [
    ...describeParameters('path', schema.params, components),
    ...describeParameters('query', schema.querystring, components),
    ...describeParameters('header', schema.headers, components),
  ];
  return {
    operationId,
    tags,
    summary,
    ...(description === undefined ? {} : { description }),
    security: style.security.map((name) => ({ [name]: scopes })),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(schema.body === undefined ? {} : { requestBody: describeBody(schema.body, components) }),
    responses: describeResponses(schema.response ?? {}, style, components),
  };
}

function describeParameters(place: 'path' | 'query' | 'header', schema: unknown, { refer }: Components): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...shown } = refer(property) as { description?: string };
    return {
      name: place === 'header' ? capitalise(name) : name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: shown,
    };
  });
}

/** Headers are read in small letters and written with capitals. */
function capitalise(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function describeBody(body: unknown, { refer }: Components): object {
  const { required, content = { 'application/json': { schema: body } } } = body as ContentSchema;
  // A bare schema has a `required` of its own: the names of its properties.
  return { required: required !== false, content: refer(content) };
}
