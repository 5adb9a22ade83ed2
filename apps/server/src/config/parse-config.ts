import { sep } from 'node:path';
import { StartupError } from '../errors/startup-error.ts';
import type { Setting } from './setting.ts';
import { type Config, settings } from './settings.ts';

/**
 * Turns environment variables into the settings of the service.
 *
 * @param environment variable names and texts, read once by the entry point
 * @throws StartupError `config.invalid` that names every wrong variable, the text found and what is
 *   valid
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    // An empty variable counts as missing: that is what `OCR_WEB_PORT= npm start` and an unset
    // compose variable mean.
    const text = environment[setting.env] || setting.fallback;
    try {
      return [name, setting.parse(text)];
    } catch (error) {
      problems.push(`${setting.env} ${(error as Error).message}${setting.isSecret ? '' : `, not ${JSON.stringify(text)}`}`);
      return [name, undefined];
    }
  });
  const config = Object.fromEntries(values) as Config;
  if (problems.length === 0) problems.push(...findContradictions(config));
  if (problems.length > 0) throw new StartupError('config.invalid', problems.join('\n'));
  return config;
}

/** What each setting alone does not show. */
function findContradictions(config: Config): string[] {
  const { role, databaseUrl, s3Bucket, s3Endpoint, s3AccessKeyId, s3SecretAccessKey } = config;
  const problems: string[] = [];
  if (config.retentionHours > config.maxRetentionHours)
    problems.push(
      `OCR_WEB_RETENTION_HOURS is ${config.retentionHours}, longer than OCR_WEB_MAX_RETENTION_HOURS (${config.maxRetentionHours})`,
    );
  if (config.masterKeyFile?.startsWith(`${config.dataDirectory}${sep}`))
    problems.push(`OCR_WEB_MASTER_KEY_FILE is in the data folder ${config.dataDirectory}: a copy of the folder would open itself`);
  if (config.strict && (databaseUrl ?? s3Bucket) !== undefined)
    problems.push('OCR_WEB_STRICT keeps pictures in the memory of one process, which DATABASE_URL and OCR_WEB_S3_BUCKET contradict');
  if (role !== 'all' && databaseUrl === undefined)
    problems.push(`OCR_WEB_ROLE is ${role}, which needs DATABASE_URL: only one process can use the database in the data folder`);
  if (s3Bucket === undefined && (s3Endpoint ?? s3AccessKeyId ?? s3SecretAccessKey) !== undefined)
    problems.push('OCR_WEB_S3_BUCKET is missing: the other settings of S3 do nothing without it');
  if ((s3AccessKeyId === undefined) !== (s3SecretAccessKey === undefined))
    problems.push('OCR_WEB_S3_ACCESS_KEY_ID and OCR_WEB_S3_SECRET_ACCESS_KEY belong together: set both or none');
  return problems;
}
