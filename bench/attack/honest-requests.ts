import { expectThat } from './attack.ts';
import { type Caller, specimenBatch, specimenForm, type Target } from './start-target.ts';

/** Reads the specimen for the honest caller. Throws unless it is read; returns the seconds. */
export async function expectHonestScan({ honest }: Pick<Target, 'honest'>): Promise<number> {
  const startedAt = performance.now();
  const { status, text } = await honest.send('POST', '/api/v1/tools/ocr/picture/', specimenForm, { prefer: 'wait=60' });
  expectThat(status === 201 && text.includes('"number":"L898902C3"'), `honest scan: ${status} ${text.slice(0, 120)}`);
  return (performance.now() - startedAt) / 1000;
}

/** Has a batch of the specimen taken in. Throws unless it is; returns its id. */
export async function expectHonestBatch(caller: Caller, files: number): Promise<number> {
  const { status, text } = await caller.send('POST', '/api/v2/batches', specimenBatch(files));
  expectThat(status === 202, `honest batch: ${status} ${text.slice(0, 120)}`);
  return (JSON.parse(text) as { id: number }).id;
}
