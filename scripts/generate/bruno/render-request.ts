import { type OpenApiDocument, type Operation, type Parameter, resolveSchema, type Schema } from './openapi-document.ts';
import { renderBlock } from './render-block.ts';

/** From what the answer of these operations is kept, for the requests that come after them. */
const remembered: Readonly<Record<string, string>> = {
  v1CreatePicture: 'v1ScanId',
  createScan: 'scanId',
  createBatch: 'batchId',
  createWebhook: 'webhookId',
  testWebhook: 'deliveryId',
};

export type RequestFile = {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** Its place in the folder, from 1. */
  readonly place: number;
  /** The specimen as the file sees it. */
  readonly specimen: string;
};

/** One operation as a Bruno file. */
export function renderRequest(document: OpenApiDocument, { method, path, operation, place, specimen }: RequestFile): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const isV1 = path.startsWith('/api/v1/');
  const body = requestBody ? renderBody(document, requestBody.content, specimen) : { kind: 'none', block: '' };
  const headers = namedValues(parameters, 'header');
  const query = namedValues(parameters, 'query');
  const variable = remembered[operationId];
  const statuses = Object.keys(responses).filter((status) => status.startsWith('2'));
  return [
    renderBlock('meta', [`name: ${summary}`, 'type: http', `seq: ${place}`]),
    renderBlock(method, [`url: {{baseUrl}}${fillPath(path)}`, `body: ${body.kind}`, `auth: ${isV1 ? 'none' : 'inherit'}`]),
    query.length > 0 ? renderBlock('params:query', query) : '',
    renderBlock('headers', [...(isV1 ? ['Authorization: Token {{token}}'] : []), ...headers]),
    body.block,
    variable === undefined ? '' : renderBlock('vars:post-response', [`${variable}: res.body.id`]),
    renderBlock('assert', [`res.status: in ${statuses.join(', ')}`]),
    renderBlock('docs', [description ?? summary]),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

/**
 * Path parameters become variables that other requests fill: `/scans/{id}` is `/scans/{{scanId}}`.
 */
function fillPath(path: string): string {
  return path.replaceAll(/(?:\/(\w+))?\/\{(\w+)\}/g, (_whole, collection: string | undefined, name: string) => {
    const before = collection === undefined ? '' : `/${collection}`;
    if (name === 'index') return `${before}/0`;
    if (path.startsWith('/api/v1/')) return `${before}/{{v1ScanId}}`;
    const thing = name === 'id' ? singularOf(collection ?? '') : name.replace(/_id$/, '');
    return `${before}/{{${thing}Id}}`;
  });
}

/** Only the wish to wait is sent; the others stand there switched off, to be filled in. */
function namedValues(parameters: readonly Parameter[], place: Parameter['in']): string[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema }) => {
      const value = schema.examples?.[0] ?? schema.default ?? schema.enum?.[0] ?? '';
      return `${name === 'Prefer' ? '' : '~'}${name}: ${value}`;
    });
}

function renderBody(document: OpenApiDocument, content: Readonly<Record<string, { readonly schema: Schema }>>, specimen: string) {
  const form = content['multipart/form-data'];
  if (form) {
    const fields = Object.entries(resolveSchema(document, form.schema).properties ?? {});
    const lines = fields.map(([name, schema]) => (isFile(schema) ? `${name}: @file(${specimen})` : `${name}: booking-77`));
    return { kind: 'multipartForm', block: renderBlock('body:multipart-form', lines) };
  }
  const { examples: [example = {}] = [] } = resolveSchema(document, content['application/json']?.schema ?? {});
  return { kind: 'json', block: renderBlock('body:json', JSON.stringify(example, null, 2).split('\n')) };
}

function isFile({ format, contentMediaType, items }: Schema): boolean {
  return format === 'binary' || contentMediaType !== undefined || (items !== undefined && isFile(items));
}

function singularOf(word: string): string {
  return word.replace(/(?<=ch)es$|s$/, '');
}
