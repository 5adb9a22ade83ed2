/**
 * Every message of the log. A message is a constant, so that no value can become a part of one; a
 * test finds those that are missing here.
 */
const messages = [
  'a reader was killed; another one reads its picture',
  'cleaned up after the last run',
  'counts could not be written',
  'fault',
  'job failed',
  'job queue',
  'jobs did not end',
  'last uses of tokens could not be written',
  'listening',
  'maintenance',
  'metrics are served',
  'reader ended',
  'reader failed',
  'request',
  'request could not be parsed',
  'request failed',
  'scan',
  'stop',
  'stopped',
  'stopping',
  'the backlog could not be read',
  'the database ended a connection',
  'the database is beyond use',
  'the disk is full',
  'database or store cannot be reached',
  'the disk is full, jobs wait',
  'the page is not built; "npm run build:page" builds it',
  'the token in OCR_WEB_TOKEN is revoked',
  'The path of OCR_WEB_DATA_DIR is too long for a socket: tokens can be made only while the server is stopped.',
  'the watchdog failed',
  'tokens could not be read',
  'traces could not be sent',
  'webhook deliveries',
  'audit events',
  'webhook deliveries did not end',
  'webhook delivery',
  // Fastify's own.
  'stream closed prematurely',
  'response terminated with an error with headers already sent',
  'stream payload does not end properly',
  'Promise errored, but reply.sent = true was set',
] as const;

const known: ReadonlySet<unknown> = new Set(messages);

/** Stands for a message that is not a constant of this list. */
export const withheldMessage = 'withheld';

/** Returns the message if it is one of the list. */
export function toSafeMessage(message: unknown): string {
  return known.has(message) ? (message as string) : withheldMessage;
}
