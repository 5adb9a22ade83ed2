import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { isEmbeddedAnswer } from '../test/servers/embedded-only.ts';
import { type ApiDocument, fetchApiDocument } from './api-document.ts';
import { adminCases } from './cases/admin-cases.ts';
import { batchCases } from './cases/batch-cases.ts';
import { registrationCases } from './cases/registration-cases.ts';
import { scanCases } from './cases/scan-cases.ts';
import { serviceCases } from './cases/service-cases.ts';
import { v1Cases } from './cases/v1-cases.ts';
import { webhookCases } from './cases/webhook-cases.ts';
import { type Cases, commonCases } from './provoke.ts';
import { type ContractServers, startContractServers } from './start-contract-servers.ts';
import { validateAnswer } from './validate-answer.ts';

const cases: Cases = { ...serviceCases, ...v1Cases, ...scanCases, ...batchCases, ...registrationCases, ...webhookCases, ...adminCases };

const isOnServers = inject('s3') !== undefined;

let servers: ContractServers;
let document: ApiDocument;
beforeAll(async () => {
  servers = await startContractServers();
  document = await fetchApiDocument(servers.main.url);
});
afterAll(() => servers.close());

test('each documented status of each operation is provoked, and each answer is what the document says', async () => {
  const table: string[] = [];
  const faults: string[] = [];
  for (const operation of document.operations) {
    const provoked = { ...commonCases(operation), ...cases[operation.operationId] };
    const marks: string[] = [];
    for (const status of Object.keys(operation.responses)) {
      if (isOnServers && isEmbeddedAnswer(operation.operationId, Number(status))) {
        marks.push(`(${status})`);
        continue;
      }
      const found = await validate(operation, Number(status), provoked[Number(status)]);
      marks.push(found.length === 0 ? status : `${status}!`);
      faults.push(...found.map((fault) => `${operation.operationId} ${status}: ${fault}`));
    }
    table.push(`${operation.method.padEnd(7)}${operation.path.padEnd(52)}${marks.join(' ')}`);
  }
  const total = document.operations.reduce((sum, { responses }) => sum + Object.keys(responses).length, 0);
  process.stdout.write(`${table.join('\n')}\n${document.operations.length} operations, ${total} statuses, ${faults.length} faults\n`);
  expect(faults).toEqual([]);
});

test('nothing is provoked that the document does not know', () => {
  const strangers = Object.entries(cases).flatMap(([id, statuses]) => {
    const operation = document.operations.find(({ operationId }) => operationId === id);
    return Object.keys(statuses)
      .filter((status) => operation?.responses[status] === undefined)
      .map((status) => `${id} ${status}`);
  });
  expect(strangers).toEqual([]);
});

async function validate(
  operation: ApiDocument['operations'][number],
  status: number,
  provoke: Cases[string][number] | undefined,
): Promise<string[]> {
  if (!provoke) return ['is documented, but nothing provokes it'];
  const answer = await Promise.race([provoke(servers), setTimeout(30_000)]);
  if (!answer) return ['no answer in 30 seconds'];
  if (answer.status !== status) return [`got ${answer.status} instead: ${await answer.text()}`];
  return validateAnswer(document, operation, answer);
}
