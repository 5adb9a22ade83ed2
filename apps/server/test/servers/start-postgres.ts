import type { TestProject } from 'vitest/node';
import { startPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Where the PostgreSQL server of this test project listens; missing where tests run on SQLite.
     */
    readonly postgresUrl?: string;
    /** Path of the certificate that this server shows. */
    readonly postgresCertificate?: string;
  }
}

/** Vitest's global setup of the project `postgres`: starts a server. Returns how to stop it. */
export async function setup(project: TestProject): Promise<() => void> {
  const server = await startPostgresServer();
  project.provide('postgresUrl', server.url);
  project.provide('postgresCertificate', server.certificate);
  return server.close;
}
