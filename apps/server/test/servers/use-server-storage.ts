import { relative } from 'node:path';
import { beforeEach, inject } from 'vitest';
import { serverSettings } from '../../cluster/server-settings.ts';
import type { S3Options } from '../../src/pictures/stores/open-s3-store.ts';
import { useStorage } from '../test-storage.ts';
import { createPostgresDatabase } from './create-postgres-database.ts';
import { findEmbeddedOnly } from './embedded-only.ts';

// Setup of the test projects that run whole servers on PostgreSQL and S3. Each data folder gets a
// database and a bucket of its own, which end with the servers.

const known = new Map<string, Promise<Readonly<Record<string, string>>>>();

useStorage((dataDirectory) => {
  const made = known.get(dataDirectory) ?? makeStorage();
  known.set(dataDirectory, made);
  return made;
});

async function makeStorage(): Promise<Readonly<Record<string, string>>> {
  const { url } = await createPostgresDatabase(inject('postgresUrl') as string);
  return serverSettings(url, inject('s3') as S3Options);
}

beforeEach(({ task, skip }) => {
  const found = findEmbeddedOnly(relative(process.cwd(), task.file.filepath), task.name);
  if (found) skip(`only on the embedded default: ${found.reason}`);
});
