import { setTimeout } from 'node:timers/promises';
import { parseResults } from '../../test/uploads/send-batch.ts';
import type { Acknowledged } from './acknowledged.ts';
import { type Answer, type ApiCaller, batchSize } from './api-caller.ts';
import type { Findings } from './findings.ts';
import { forEachAtOnce } from './for-each-at-once.ts';

/** The document number of the specimen. */
const specimenNumber = 'L898902C3';

const waitSeconds = 60;

/** After a refusal, milliseconds. */
const pauseMs = 50;

/**
 * Asks the service for all that it has acknowledged, as its clients would, and notes what is not as
 * it was acknowledged.
 */
export async function auditAnswers(caller: ApiCaller, acknowledged: Acknowledged, findings: Findings): Promise<void> {
  await forEachAtOnce([...acknowledged.batches], ([id, key]) => auditBatch(caller, id, key, findings));
  await forEachAtOnce([...acknowledged.scans], ([id, key]) => auditScan(caller, id, key, acknowledged, findings));
}

async function auditScan(
  caller: ApiCaller,
  id: number,
  key: string | undefined,
  { deletions, deletionsAsked }: Acknowledged,
  findings: Findings,
): Promise<void> {
  const answer = await caller.get(`/api/v1/tools/ocr/data/${id}/`, waitSeconds);
  const isGone = answer.status === 404;
  if (deletions.has(id)) {
    if (!isGone) findings.undone.push(`scan ${id}: ${answer.status}`);
    return;
  }
  if (isGone && deletionsAsked.has(id)) return;
  const outcome = outcomeOf(answer);
  if (outcome !== 'read') findings[outcome].push(`scan ${id}: ${describe(answer)}`);
  if (key !== undefined) auditReplay(await askUntilAdmitted(() => caller.createV2(key, 0)), `scan ${id} under key ${key}`, id, findings);
}

function outcomeOf({ status, text }: Answer): 'read' | 'failed' | 'lost' {
  if (status !== 200) return 'lost';
  const scan = JSON.parse(text) as { status: string; number: string };
  if (scan.status === 'ERR') return 'failed';
  return scan.status === 'COM' && scan.number === specimenNumber ? 'read' : 'lost';
}

/** Its results are a stream that ends with the batch. */
async function auditBatch(caller: ApiCaller, id: number, key: string, findings: Findings): Promise<void> {
  const answer = await caller.get(`/api/v2/batches/${id}/results`);
  const rows = answer.status === 200 ? parseResults(answer.text) : [];
  const indices = rows.map(({ index }) => index).sort((one, other) => one - other);
  const isWhole = indices.length === batchSize && indices.every((index, at) => index === at);
  const failed = rows.filter(({ scan }) => scan?.status === 'failed');
  findings.failed.push(...failed.map(({ index }) => `file ${index} of batch ${id}`));
  const isRead = ({ scan }: (typeof rows)[number]) => scan?.status === 'completed' && JSON.stringify(scan.result).includes(specimenNumber);
  const areRead = rows.every((row) => failed.includes(row) || isRead(row));
  if (!isWhole || !areRead) findings.lost.push(`batch ${id}: ${answer.status}, ${rows.length} of ${batchSize} results`);
  const batch = await caller.get(`/api/v2/batches/${id}`);
  const { status, counts } = JSON.parse(batch.text) as { status: string; counts: { total: number; completed: number; failed: number } };
  if (
    status !== 'completed' ||
    counts.total !== batchSize ||
    counts.completed !== batchSize - failed.length ||
    counts.failed !== failed.length
  )
    findings.lost.push(`batch ${id}: ${describe(batch)}`);
  auditReplay(await askUntilAdmitted(() => caller.createBatch(key)), `batch ${id} under key ${key}`, id, findings);
}

/** A refusal for the moment, because others upload too, says nothing about the key. */
async function askUntilAdmitted(request: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await request();
    if (![429, 503].includes(answer.status)) return answer;
    await setTimeout(pauseMs);
  }
}

/** Whoever got an answer, or none, sends the same again and gets what there is. */
function auditReplay(replay: Answer, name: string, id: number, findings: Findings): void {
  const { id: replayed } = JSON.parse(replay.text) as { id?: number };
  if (replayed !== id) findings.doubled.push(`${name}: ${describe(replay)}`);
}

const describe = ({ status, text }: Answer) => `${status} ${text.slice(0, 200)}`;
