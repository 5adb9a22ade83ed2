import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const time = (description: string) => Type.String({ format: 'date-time', description });

const FailedScan = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    code: Type.String({ description: 'Why it failed.' }),
    media_type: Type.String(),
    bytes: count('Size of its file.'),
    attempts: count('How often it was tried.'),
    finished_at: nullable(time('When it failed.')),
  },
  { $id: 'FailedScan' },
);

const WebhookStatus = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    host: Type.String({ description: 'Where it leads; the rest of the address is its owner’s.' }),
    status: Type.Enum(['active', 'disabled']),
    pending: count('Deliveries on their way.'),
    dead: count('Deliveries that were given up.'),
  },
  { $id: 'WebhookStatus' },
);

const DeadLetter = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    webhook_id: Type.String({ format: 'uuid' }),
    host: Type.String(),
    attempts: count('How often it was sent.'),
    failure: nullable(Type.String(), 'Why the last attempt failed.'),
    http_status: nullable(Type.Integer(), 'What was answered, if something was.'),
    created_at: time('When the event happened.'),
  },
  { $id: 'DeadLetter' },
);

export const DeadLetterParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 999_999_999_999_999 }) });

export type DeadLetterPath = Static<typeof DeadLetterParams>;

/** How the service stands at this moment. */
export const operationStatus = {
  queue: Type.Object(
    {
      single: count('Single scans that wait.'),
      batch: count('Files of batches that wait.'),
      processing: count('Scans that are being read.'),
      oldest_seconds: nullable(Type.Number({ minimum: 0 }), 'How long the oldest of those that wait has waited.'),
    },
    { $id: 'QueueStatus' },
  ),
  storage: Type.Object(
    {
      scans: count('Scans that are kept.'),
      picture_bytes: count('Bytes of their files.'),
      free_bytes: nullable(
        Type.Integer({ minimum: 0 }),
        'Bytes that are free on the disk of the data folder; null where database and pictures are on servers and there is no such folder.',
      ),
      disk_bytes: nullable(Type.Integer({ minimum: 0 }), 'Bytes that this disk has.'),
    },
    { $id: 'StorageStatus' },
  ),
  retention: Type.Object(
    {
      hours: Type.Number({ minimum: 0, description: 'How long a scan is kept.' }),
      next_expiry: nullable(time('When the next scan is deleted.'), 'Null where there is none.'),
    },
    { $id: 'RetentionStatus' },
  ),
  webhooks: Type.Array(WebhookStatus, { description: 'Newest first, 100 at most.' }),
  dead_letters: Type.Array(DeadLetter, { description: 'Newest first, 20 at most.' }),
  failed_scans: Type.Array(FailedScan, { description: 'Newest first, 20 at most.' }),
};
