/**
 * What the embedded database keeps of statements with lists of values: `node --expose-gc
 * bench/statement-memory.ts`.
 *
 * Half an hour under load in a few seconds: audit events are linked 360 times, counts written 180
 * times, each time another number of them. Prints by how much the resident memory grows, MiB.
 * Linux only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainAuditEvents } from '../apps/server/src/audit/chain-audit-events.ts';
import { recordAuditEvents } from '../apps/server/src/audit/record-audit-event.ts';
import { migrateDatabase } from '../apps/server/src/database/migrate-database.ts';
import { openEmbeddedDatabase } from '../apps/server/src/database/open-embedded-database.ts';
import { openActivityRecorder } from '../apps/server/src/statistics/open-activity-recorder.ts';
import { memoryOf } from './harness/process-figures.ts';

const rounds = 360;
const key = new Uint8Array(32);
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-bench-'));
const database = await openEmbeddedDatabase(folder);
await migrateDatabase(database);
const activity = openActivityRecorder(database, { warn: (...problem: unknown[]) => console.error(...problem) });

async function linkAndCount(round: number): Promise<void> {
  const now = new Date(Date.UTC(2026, 0, 1) + round * 5000);
  const events = Array.from({ length: 100 + round }, () => ({ actor: 'operator', action: 'token.created', subject: 'a' }) as const);
  for (let from = 0; from < events.length; from += 50) await recordAuditEvents(database.relaxed, events.slice(from, from + 50), now);
  await chainAuditEvents({ engine: database.engine, sql: database.relaxed }, key);
  if (round % 2 === 1) return;
  activity.record(
    Array.from({ length: 10 + round / 2 }, (_, index) => `hint ${index}`),
    now,
  );
  await activity.flush();
}

function residentMemory(): number {
  globalThis.gc?.();
  return memoryOf([process.pid]).now;
}

for (let round = 0; round < 20; round += 1) await linkAndCount(0);
const before = residentMemory();
for (let round = 1; round <= rounds; round += 1) await linkAndCount(round);
process.stdout.write(`grew by ${(residentMemory() - before).toFixed(0)} MiB\n`);
await activity.close();
await database.close();
rmSync(folder, { recursive: true });
