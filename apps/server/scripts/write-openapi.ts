// Writes docs/generated/openapi.json: the document that the service answers under /openapi.json, made by the service itself.
import { writeFileSync } from 'node:fs';
import { buildTestApp } from '../test/build-test-app.ts';
import { openTestDatabase } from '../test/open-test-database.ts';

const opened = await openTestDatabase();
const app = await buildTestApp(opened);
const { body } = await app.inject('/openapi.json');
await app.close();
await opened.close();
writeFileSync(new URL('../../../docs/generated/openapi.json', import.meta.url), `${JSON.stringify(JSON.parse(body), null, 2)}\n`);
