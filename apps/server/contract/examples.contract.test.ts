import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, fetchApiDocument, type Operation } from './api-document.ts';
import { type ContractServers, startContractServers } from './start-contract-servers.ts';
import { validateAnswer } from './validate-answer.ts';

type Media = NonNullable<Operation['requestBody']>['content'][string];

let servers: ContractServers;
let document: ApiDocument;
beforeAll(async () => {
  servers = await startContractServers();
  document = await fetchApiDocument(servers.main.url);
});
afterAll(() => servers.close());

/** Examples stand beside a schema or in it. */
function examplesOf({ schema, examples }: Media): unknown[] {
  const { examples: inside = [] } = document.resolve(schema) as { examples?: unknown[] };
  return [...Object.values(examples ?? {}).map(({ value }) => value), ...inside];
}

test('each example of a component is what its schema says, and each body in JSON has one', () => {
  const faults = Object.entries(document.schemas).flatMap(([name, schema]) =>
    (schema.examples ?? []).flatMap((example) => document.findFault({ $ref: `#/components/schemas/${name}` }, example) ?? []),
  );
  expect(faults).toEqual([]);
  const bodies = document.operations.flatMap(({ operationId, requestBody, responses }) =>
    [requestBody, ...Object.values(responses)].flatMap((body) => {
      const json = Object.entries(body?.content ?? {}).filter(([type]) => /json$/.test(type));
      return json
        .filter(([, media]) => '$ref' in media.schema && examplesOf(media).length === 0)
        .map(([, { schema }]) => [operationId, schema]);
    }),
  );
  expect(bodies).toEqual([]);
});

test('each example of a request is sent, and taken as the document says', async () => {
  const sent: string[] = [];
  const faults: string[] = [];
  for (const operation of document.operations) {
    const media = operation.requestBody?.content['application/json'];
    for (const example of media ? examplesOf(media) : []) {
      const answer = await send(operation, example);
      sent.push(`${operation.operationId} ${answer.status}`);
      if (!answer.ok) faults.push(`${operation.operationId}: ${await answer.text()}`);
      else faults.push(...(await validateAnswer(document, operation, answer)));
    }
  }
  process.stdout.write(`${sent.join('\n')}\n`);
  expect(faults).toEqual([]);
  expect(sent.length).toBeGreaterThan(3);
});

/** What makes a thing that can be changed. */
const makes: Readonly<Record<string, object>> = {
  '/api/v2/webhooks': { url: 'https://hotel.example/ocr-web' },
  '/api/v2/admin/tokens': { name: 'desk' },
};

async function send({ method, path }: Operation, body: unknown): Promise<Response> {
  const { main } = servers;
  const headers = { ...main.authorization, 'content-type': 'application/json' };
  const request = (to: string, value: unknown, how = method) => main.request(to, { method: how, headers, body: JSON.stringify(value) });
  const [, collection] = /^(.+)\/\{id\}/.exec(path) ?? [];
  if (collection === undefined) return request(path, body);
  const { id } = (await (await request(collection, makes[collection], 'POST')).json()) as { id: string };
  return request(path.replace('{id}', id), body);
}
