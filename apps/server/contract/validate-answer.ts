import type { ApiDocument, Operation } from './api-document.ts';

type Header = { readonly schema: object; readonly required?: boolean };

/**
 * Returns everything in which an answer differs from what the document says about its operation and
 * status.
 */
export async function validateAnswer(document: ApiDocument, { responses }: Operation, answer: Response): Promise<string[]> {
  const documented = responses[answer.status];
  if (!documented) return [`status ${answer.status} is not documented: ${await answer.text()}`];
  const faults = Object.entries(documented.headers ?? {}).flatMap(([name, header]) => {
    const { schema, required } = document.resolve(header) as Header;
    const value = answer.headers.get(name);
    if (value === null) return required ? [`header ${name} is missing`] : [];
    const fault = document.findFault(schema, (schema as { type?: string }).type === 'integer' ? Number(value) : value);
    return fault === undefined ? [] : [`header ${name}: ${fault}`];
  });
  return [...faults, ...(await validateBody(document, documented.content, answer))];
}

async function validateBody(
  document: ApiDocument,
  content: Operation['responses'][string]['content'],
  answer: Response,
): Promise<string[]> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const mediaType = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!content) return bytes.length === 0 ? [] : [`a body of ${bytes.length} bytes is not documented`];
  const media = content[mediaType] ?? content[mediaType.replace(/\/.*/, '/*')];
  if (!media) return [`media type "${mediaType}" is not documented`];
  const text = new TextDecoder().decode(bytes);
  if (mediaType === 'text/event-stream') return validateEvents(document, media.schema, text);
  const values = /json$/.test(mediaType) ? parse(mediaType, text) : [];
  return values.flatMap((value) => document.findFault(media.schema, value) ?? []);
}

/** NDJSON is a value a line, with empty lines between some, everything else one value. */
function parse(mediaType: string, text: string): unknown[] {
  return (mediaType === 'application/x-ndjson' ? text.split('\n').filter((line) => line !== '') : [text]).map((piece) => JSON.parse(piece));
}

/** The schema is that of one event; its data is JSON within text. */
function validateEvents(document: ApiDocument, schema: object, text: string): string[] {
  const { contentSchema } = (schema as { properties: { data: { contentSchema: object } } }).properties.data;
  const blocks = text.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
  const events = blocks.map((block) =>
    Object.fromEntries(Array.from(block.matchAll(/^(\w+): (.*)$/gm), ([, name, value]) => [name, value])),
  );
  if (events.length === 0) return ['no event came'];
  return events.flatMap((event) =>
    [document.findFault(schema, event) ?? [], document.findFault(contentSchema, JSON.parse(event.data ?? 'null')) ?? []].flat(),
  );
}
