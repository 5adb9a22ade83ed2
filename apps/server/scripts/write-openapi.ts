// Writes docs/generated/openapi.json: the document that the service answers under /openapi.json,
// made by the service itself.
import { rmSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { migrateDatabase } from '../src/database/migrate-database.ts';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { openMemoryQueue } from '../src/jobs/open-memory-queue.ts';
import { buildTestApp } from '../test/build-test-app.ts';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';

const directory = await prepareDataDirectory();
const logger = pino({ level: 'silent' });
const database = await openEmbeddedDatabase(directory);
await migrateDatabase(database);
const app = await buildTestApp({ database, jobs: await openMemoryQueue(database, logger), logger });
const { body } = await app.inject('/openapi.json');
await app.close();
await database.close();
rmSync(directory, { recursive: true });
writeFileSync(new URL('../../../docs/generated/openapi.json', import.meta.url), `${JSON.stringify(JSON.parse(body), null, 2)}\n`);
