import type { FastifySchema, RouteOptions } from 'fastify';
import { publicPath } from '../public-path.ts';
import { answerHeaders } from './answer-headers.ts';
import { securitySchemes } from './api-styles.ts';
import { collectComponents } from './collect-components.ts';
import { describeOperation } from './describe-operation.ts';
import { describeWebhooks } from './describe-webhooks.ts';
import { tags } from './tags.ts';

/** An OpenAPI document, as far as the service looks into its own. */
export type OpenApiDocument = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: Readonly<Record<string, object>>;
};

/** The routes that the document is made of. */
export type DocumentedRoute = { readonly method: string; readonly url: string; readonly schema: FastifySchema };

const describe = (
  path: string,
) => `The reader of travel documents: a picture goes in, the data of its machine readable zone (MRZ) comes out.

Every answer carries \`X-Request-ID\`. Refusals of version 2 are problems (RFC 9457), each explained under [/docs/problems](${path}/docs/problems); those of version 1 have the
shape of Django REST Framework. Paths of version 1 work without their last slash too. What HTTP itself asks for is not repeated at each operation: 405 with \`Allow\` for a
method that a path does not have, 400, 408 and 431 for what is not a request.`;

/** Picks what an added route contributes: one entry for each method that has an operation id. */
export function documentedRoutes({ method, url, schema }: RouteOptions): DocumentedRoute[] {
  if (schema?.operationId === undefined) return [];
  const methods = [method].flat().filter((name) => name !== 'HEAD');
  return methods.map((name) => ({ method: name.toLowerCase(), url, schema }));
}

/**
 * Makes the OpenAPI 3.1 document of the service out of the schemas that its routes check requests
 * with.
 *
 * @param serverUrl where clients reach the service; the same origin unless the operator says
 *   otherwise
 * @param version of the service
 */
export function buildDocument(routes: readonly DocumentedRoute[], version: string, serverUrl?: string): OpenApiDocument {
  const components = collectComponents();
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, url, schema } of [...routes].sort(byTag)) {
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method]: describeOperation(url, schema, components) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'OCR Web',
      version,
      summary: 'Reads passports, identity cards and visas.',
      description: describe(publicPath(serverUrl)),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl ?? '/' }],
    tags,
    paths,
    webhooks: describeWebhooks(components),
    components: { securitySchemes, headers: answerHeaders, schemas: components.list() },
  } as OpenApiDocument;
}

function byTag(one: DocumentedRoute, other: DocumentedRoute): number {
  const place = ({ schema }: DocumentedRoute) => tags.findIndex(({ name }) => name === schema.tags?.[0]);
  return place(one) - place(other);
}
