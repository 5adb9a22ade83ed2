import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type SpawnedServer, spawnServer } from '../acceptance/spawn-server.ts';
import type { S3Options } from '../src/pictures/stores/open-s3-store.ts';
import { createPostgresDatabase } from '../test/servers/create-postgres-database.ts';
import { serverSettings } from './server-settings.ts';

export type Cluster = {
  /** Settings that all processes share. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts one more process, in an empty folder of its own. */
  readonly start: (role: 'all' | 'api' | 'worker', environment?: Record<string, string>) => Promise<SpawnedServer>;
  readonly close: () => Promise<void>;
};

export const clusterToken = 'cluster-token-of-the-tests';

/** Makes a database and a bucket for processes that share nothing else. */
export async function startCluster(): Promise<Cluster> {
  const { url, drop } = await createPostgresDatabase(inject('postgresUrl') as string);
  const environment = { ...serverSettings(url, inject('s3') as S3Options), OCR_WEB_TOKEN: clusterToken };
  const folder = await mkdtemp(join(tmpdir(), 'ocr-web-cluster-'));
  const servers: SpawnedServer[] = [];
  return {
    environment,
    start: async (role, more = {}) => {
      const server = await spawnServer(join(folder, String(servers.length)), { ...environment, OCR_WEB_ROLE: role, ...more });
      servers.push(server);
      return server;
    },
    close: async () => {
      for (const server of servers) if (server.process.exitCode === null && server.process.signalCode === null) await server.end('SIGTERM');
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
