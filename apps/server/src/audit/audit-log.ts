import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { type KeysConfig, openKeys } from '../crypto/open-keys.ts';
import type { Database } from '../database/database.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts';
import type { Tables } from '../database/tables.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { askService } from '../tokens/socket/call-token-socket.ts';
import { tokenSocketPath } from '../tokens/socket/token-socket-path.ts';
import { type AuditHead, chainAuditEvents } from './chain-audit-events.ts';
import { type AuditVerdict, verifyAuditChain } from './verify-audit-chain.ts';

/** One linked event, as it is exported. `at` is ISO 8601. */
export type ExportedAuditEvent = {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly previous_hash: string;
  readonly hash: string;
};

/** What an operator can do with the audit log, with or without a running service. */
export type AuditLog = {
  /**
   * Links what waits, then looks through the chain. @param known an end of it that was noted down
   */
  readonly verify: (known?: AuditHead) => Promise<AuditVerdict>;
  /** The events after a position, oldest first, 1000 at most. */
  readonly read: (after: number) => Promise<readonly ExportedAuditEvent[]>;
};

export type OpenAuditLog = AuditLog & { readonly close: () => Promise<void> };

const pageSize = 1000;

/** The operations on an open database. @param key what events are linked with */
export function auditLogOf(database: Pick<Database, 'engine' | 'sql'>, key: Uint8Array): AuditLog {
  return {
    verify: async (known) => {
      await chainAuditEvents(database, key);
      return await verifyAuditChain(database.sql, key, known);
    },
    read: (after) => readEvents(database.sql, after),
  };
}

async function readEvents(sql: Kysely<Tables>, after: number): Promise<readonly ExportedAuditEvent[]> {
  const rows = await sql
    .selectFrom('audit_events')
    .select(['position', 'at', 'actor', 'action', 'subject', 'previous_hash', 'hash'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(pageSize)
    .$narrowType<{ position: number; previous_hash: string; hash: string }>()
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * Opens the audit log that the settings name: on a PostgreSQL server directly, in a data folder
 * directly or through the service that runs on it.
 *
 * @throws StartupError what `openDatabase` and `openKeys` throw, `data_directory.in_use` when a
 *   service holds the folder but cannot be asked
 */
export async function openAuditLog(config: KeysConfig & DatabaseConfig): Promise<OpenAuditLog> {
  if (config.databaseUrl !== undefined) return await openDirectly(config, () => Promise.resolve());
  try {
    const { release } = await lockDirectory(config.dataDirectory);
    return await openDirectly(config, release);
  } catch (error) {
    const socketPath = tokenSocketPath(config.dataDirectory);
    if (!isStartupError(error) || error.code !== 'data_directory.in_use' || socketPath === undefined) throw error;
    return { ...throughSocket(socketPath), close: () => Promise.resolve() };
  }
}

async function openDirectly(config: KeysConfig & DatabaseConfig, release: () => Promise<void>): Promise<OpenAuditLog> {
  const database = await openDatabase(config, pino({ level: 'silent' })).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const close = async () => {
    await database.close();
    await release();
  };
  try {
    await migrateDatabase(database);
    const { auditSecret } = await openKeys(config, database.sql);
    return { ...auditLogOf(database, auditSecret), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function throughSocket(socketPath: string): AuditLog {
  return {
    verify: (known) => askService<AuditVerdict>(socketPath, 'POST', '/audit/verify', known ?? {}, 600),
    read: (after) => askService<ExportedAuditEvent[]>(socketPath, 'GET', `/audit/events?after=${after}`),
  };
}
