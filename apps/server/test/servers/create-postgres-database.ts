import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** Makes an empty database on a server. @returns its address, and how to drop it */
export async function createPostgresDatabase(server: string): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

/**
 * A pool that has ended may still have connections on their way out, and one that is cut off by
 * force would fail the test that is over.
 */
async function drop(server: string, name: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      return await run(server, `drop database ${name}`);
    } catch (error) {
      const isInUse = (error as { code?: string }).code === '55006';
      if (!isInUse || performance.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
