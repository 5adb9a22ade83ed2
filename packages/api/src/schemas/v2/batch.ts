import { type Static, Type } from 'typebox';
import { nullable } from './nullable.ts';
import { Scan, ScanError } from './scan.ts';
import { queuedExample } from './scan-examples.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });
const count = (description: string) => Type.Integer({ minimum: 0, description });

const batchExample = {
  id: 12,
  object: 'batch',
  status: 'processing',
  reference: 'arrivals of 23 November',
  created_at: '2026-11-23T12:00:00.000Z',
  finished_at: null,
  expires_at: '2026-11-24T12:00:00.000Z',
  counts: { total: 250, queued: 200, processing: 4, completed: 43, failed: 3 },
};

/** Many files that were sent together. */
export const Batch = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'Number of the batch.' }),
    object: Type.Literal('batch'),
    status: Type.Enum(['processing', 'completed'], {
      description: 'processing: scans of it have not ended. completed: nothing of it is left to do, whatever came out.',
    }),
    reference: nullable(Type.String(), 'What the client called it.'),
    created_at: time('When everything of it was stored.'),
    finished_at: nullable(time('When the last of its scans ended.')),
    expires_at: time('From here on it is gone, with its scans.'),
    counts: Type.Object(
      {
        total: count('Files that were sent, without those that were deleted since.'),
        queued: count('Files that wait for a reader.'),
        processing: count('Files that are being read.'),
        completed: count('Files that were read, also when nothing was found.'),
        failed: count('Files that were refused or could not be read.'),
      },
      { $id: 'BatchCounts' },
    ),
  },
  { $id: 'Batch', examples: [batchExample] },
);

export const BatchList = Type.Object(
  {
    data: Type.Array(Batch, { description: 'Newest first.' }),
    next_cursor: nullable(Type.String(), 'Send it as `cursor` for what follows; null at the end.'),
  },
  { $id: 'BatchList', examples: [{ data: [batchExample], next_cursor: null }] },
);

/** What came of one file of a batch: a line of its results. */
export const BatchResult = Type.Object(
  {
    object: Type.Literal('batch_result'),
    index: Type.Integer({ minimum: 0, description: 'Where the file was in the upload, from 0.' }),
    file_name: nullable(Type.String(), 'Its name in the upload; in an archive with its folders. A label: do not write files under it.'),
    status: Type.Enum(['completed', 'failed']),
    scan: nullable(Scan, 'The scan of the file; null when the file was refused.'),
    error: nullable(ScanError, 'Why the file was refused, or why its scan failed.'),
  },
  {
    $id: 'BatchResult',
    examples: [
      {
        object: 'batch_result',
        index: 0,
        file_name: 'room 12/passport.jpg',
        status: 'failed',
        scan: {
          ...queuedExample,
          status: 'failed',
          batch_id: 12,
          finished_at: '2026-11-23T12:00:00.310Z',
          error: { code: 'picture.corrupt', message: 'The file is damaged: its pixels cannot be decoded.' },
        },
        error: { code: 'picture.corrupt', message: 'The file is damaged: its pixels cannot be decoded.' },
      },
      {
        object: 'batch_result',
        index: 1,
        file_name: 'notes.txt',
        status: 'failed',
        scan: null,
        error: { code: 'picture.unsupported', message: 'Upload a valid image. The file you uploaded was not an image.' },
      },
    ],
  },
);

export type BatchBody = Static<typeof Batch>;
export type BatchListBody = Static<typeof BatchList>;
export type BatchResultBody = Static<typeof BatchResult>;
