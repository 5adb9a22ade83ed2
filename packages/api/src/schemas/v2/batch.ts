import { type Static, Type } from 'typebox';
import { nullable } from './nullable.ts';
import { Scan, ScanError } from './scans/scan.ts';
import { queuedExample } from './scans/scan-examples.ts';

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
      description: 'processing: some scans have not finished. completed: all scans have finished, successfully or not.',
    }),
    reference: nullable(Type.String(), 'The reference that the client gave it.'),
    created_at: time('When all its files had been stored.'),
    finished_at: nullable(time('When its last scan finished.')),
    expires_at: time('When the batch and its scans are deleted.'),
    counts: Type.Object(
      {
        total: count('Files in the batch, without those that have been deleted since.'),
        queued: count('Files waiting to be read.'),
        processing: count('Files being read now.'),
        completed: count('Files that were read, whether or not a document was found.'),
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
    next_cursor: nullable(Type.String(), 'Send it as `cursor` to get the next page. null on the last page.'),
  },
  { $id: 'BatchList', examples: [{ data: [batchExample], next_cursor: null }] },
);

/** What came of one file of a batch: a line of its results. */
export const BatchResult = Type.Object(
  {
    object: Type.Literal('batch_result'),
    index: Type.Integer({ minimum: 0, description: 'Position of the file in the upload, from 0.' }),
    file_name: nullable(
      Type.String(),
      'File name in the upload; in an archive, the path. Use it as a label only, never as a path to write to.',
    ),
    status: Type.Enum(['completed', 'failed']),
    scan: nullable(Scan, 'The scan of the file. null if the file was refused.'),
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
