import { existsSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const acceptanceTests = '**/*.acceptance.test.ts';
const contractTests = '**/*.contract.test.ts';
const clusterTests = '**/*.cluster.test.ts';
const browserTests = '**/*.browser.test.ts';
const folders = ['packages', 'apps', 'bench', 'scripts', 'docs'];
const ignored = ['**/node_modules/**', 'training/**'];
/** Their acceptance tests start none. */
const withoutServer = ['bench/**', 'scripts/**', 'packages/reader-node/**', 'packages/results/**', '**/scan-portrait.*'];
const servers = ['apps/server/test/servers/start-postgres.ts', 'apps/server/test/servers/start-s3-gateway.ts'];

/**
 * Here workers and what they start find their programs compiled, from one run to the next as well.
 */
const compileCache = fileURLToPath(new URL('node_modules/.cache/ocr-web', import.meta.url));
process.env.NODE_COMPILE_CACHE ??= compileCache;
// Every run adds its test files anew, whose addresses carry its time.
if (existsSync(compileCache) && readdirSync(compileCache, { recursive: true }).length > 20_000) rmSync(compileCache, { recursive: true });

/**
 * Services that tests start seal with this key, and make none beside their folders. It is that of
 * `apps/server/test/test-keys.ts`.
 */
const env = { OCR_WEB_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };

/**
 * Tests that start whole servers and kill them, one file at a time, so that their clocks mean
 * something: on the embedded default, and again on PostgreSQL and S3.
 */
function onEveryStorage(name: string, tests: string, testTimeout: number): TestProjectConfiguration[] {
  const test = {
    include: folders.map((folder) => `${folder}/${tests}`),
    exclude: ignored,
    testTimeout,
    hookTimeout: 120_000,
    fileParallelism: false,
    env,
  };
  const onServers = {
    globalSetup: servers,
    setupFiles: 'apps/server/test/servers/use-server-storage.ts',
    exclude: [...ignored, ...withoutServer],
  };
  return [{ test: { ...test, name } }, { test: { ...test, ...onServers, name: `${name}-servers` } }];
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [...ignored, acceptanceTests, contractTests, browserTests, clusterTests],
          testTimeout: 20_000,
          // Half as many workers again as there are cores, since some tests wait for clocks and
          // child processes. A worker loads a module once for all its files, as Node itself runs
          // it. A test leaves the process as it found it.
          maxWorkers: Math.ceil(1.5 * availableParallelism()),
          isolate: false,
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      {
        test: {
          // What touches the database, on a real PostgreSQL server.
          name: 'postgres',
          env,
          include: ['database', 'jobs', 'maintenance', 'scans', 'batches', 'webhooks', 'statistics', 'metrics', 'tokens'].map(
            (folder) => `apps/server/src/${folder}/**/*.test.ts`,
          ),
          exclude: ['**/open-embedded-database.test.ts'],
          globalSetup: 'apps/server/test/servers/start-postgres.ts',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          // What needs servers: PostgreSQL, and a gateway of S3.
          name: 'cluster',
          env,
          include: folders.map((folder) => `${folder}/${clusterTests}`),
          exclude: ignored,
          globalSetup: servers,
          testTimeout: 60_000,
        },
      },
      ...onEveryStorage('acceptance', acceptanceTests, 120_000),
      {
        test: {
          // What runs in browsers, in a headless Chromium: one file at a time, since frames are
          // timed there and whole servers are started.
          name: 'browser',
          env,
          include: folders.map((folder) => `${folder}/${browserTests}`),
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      ...onEveryStorage('contract', contractTests, 600_000),
    ],
  },
});
