import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { StartupError } from '../errors/startup-error.ts';
import type { ObserveCall } from '../metrics/observed-call.ts';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import type { PostgresDatabase, PostgresLimits } from './postgres/open-postgres-database.ts';

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDirectory'> & PostgresLimits;

/** Major version of PostgreSQL. */
const minPostgres = 15;

/**
 * Opens the database that the settings name: a PostgreSQL server, or the file in the data folder,
 * whose lock the caller holds then.
 *
 * @param observe hears of every call of the database; left out, nothing stands between
 * @throws StartupError `database.unusable` when the server cannot be used,
 *   `data_directory.outdated`
 */
export async function openDatabase(config: DatabaseConfig, logger: Logger, observe?: ObserveCall): Promise<Database | PostgresDatabase> {
  const { databaseUrl, dataDirectory } = config;
  if (databaseUrl !== undefined) return await openServer(databaseUrl, config, { logger, observe });
  return await openEmbeddedDatabase(dataDirectory, {
    observe,
    // Whatever was acknowledged is on the disk, or the disk has lost it: nothing that is still to
    // come would be true.
    onFault: (error) => {
      logger.fatal({ err: error }, 'the database is beyond use');
      process.exit(1);
    },
  });
}

async function openServer(
  databaseUrl: string,
  limits: PostgresLimits,
  { logger, observe }: { readonly logger: Logger; readonly observe: ObserveCall | undefined },
): Promise<PostgresDatabase> {
  const { openPostgresDatabase } = await import('./postgres/open-postgres-database.ts');
  let database: PostgresDatabase | undefined;
  try {
    const onLostConnection = (error: Error) => logger.warn({ err: error }, 'the database ended a connection');
    database = await openPostgresDatabase(databaseUrl, limits, { onLostConnection, observe });
    await checkVersion(database);
    return database;
  } catch (cause) {
    await database?.close().catch(() => undefined);
    if (cause instanceof StartupError) throw cause;
    throw new StartupError('database.unusable', describeRefusal(databaseUrl, cause), { cause });
  }
}

async function checkVersion({ version }: PostgresDatabase): Promise<void> {
  const [major = 0] = (await version()).split('.').map(Number);
  if (major >= minPostgres) return;
  const sentence = `The database server is PostgreSQL ${await version()}; this service needs version ${minPostgres} or newer.`;
  throw new StartupError('database.unusable', `${sentence} Upgrade it, or set DATABASE_URL to another one.`);
}

/** Names the place, but not the user's password, which is a part of the setting. */
function describeRefusal(databaseUrl: string, cause: unknown): string {
  const { host, pathname } = new URL(databaseUrl);
  const { code, message } = cause as { code?: string; message: string };
  const reason = message === '' ? code : message;
  const advice = 'Look whether the server runs there and takes this user and database (DATABASE_URL).';
  return `The PostgreSQL database ${pathname.slice(1)} on ${host} cannot be used: ${reason}. ${advice}`;
}
