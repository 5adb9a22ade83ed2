import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { migrateDatabase } from '../src/database/migrate-database.ts';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { openPgBossQueue } from '../src/jobs/open-pg-boss-queue.ts';

/**
 * Makes a fresh data folder with a database that is already set up, which takes milliseconds instead of seconds: it is copied from one
 * that the first test on this machine made with the service's own functions.
 */
export async function prepareDataDirectory(): Promise<string> {
  const template = templatePath();
  if (!existsSync(template)) await makeTemplate(template);
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-test-'));
  await cp(template, directory, { recursive: true });
  return directory;
}

/** The name changes with everything that decides what is in the database. */
function templatePath(): string {
  const root = join(import.meta.dirname, '..');
  const hash = createHash('sha256');
  for (const file of globSync(['package.json', 'src/database/**/*.ts', 'src/jobs/*.ts'], { cwd: root }).sort())
    hash.update(readFileSync(join(root, file)));
  return join(tmpdir(), `ocr-web-database-${hash.digest('hex').slice(0, 16)}`);
}

async function makeTemplate(template: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-template-'));
  const database = await openEmbeddedDatabase(directory);
  await migrateDatabase(database.sql);
  const jobs = await openPgBossQueue(database, pino({ level: 'silent' }));
  await jobs.close(1000);
  await database.close();
  // Several test processes may do this at once; the first one wins, and the others' work is the same.
  await rename(directory, template).catch(() => rm(directory, { recursive: true }));
}
