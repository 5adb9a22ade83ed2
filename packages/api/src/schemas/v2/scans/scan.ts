import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { completedExample, queuedExample, summaryExample } from './scan-examples.ts';
import { ScanResult } from './scan-result.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });

export const ScanStatus = Type.Enum(['queued', 'processing', 'completed', 'failed'], {
  description:
    'queued: stored, waiting to be read. processing: being read. completed: read, whether or not a document was found. failed: see `error`.',
});

export const ScanError = Type.Object(
  {
    code: Type.String({ description: 'Stable identifier of the reason, for programs.', examples: ['picture.corrupt', 'engine.timeout'] }),
    message: Type.String(),
  },
  { $id: 'ScanError' },
);

const scanProperties = {
  id: Type.Integer({ minimum: 1, description: 'Number of the scan. It is the same in v1.' }),
  object: Type.Literal('scan'),
  status: ScanStatus,
  reference: nullable(Type.String(), 'The reference that the client gave it.'),
  batch_id: nullable(Type.Integer({ minimum: 1 }), 'The batch that the scan belongs to.'),
  created_at: time('When the file was stored.'),
  finished_at: nullable(time('When the scan completed or failed.')),
  expires_at: time('When the scan is deleted, with its file and its result.'),
  error: nullable(ScanError, 'Why the scan failed.'),
};

/** A file and what was read in it. */
export const Scan = Type.Object(
  {
    ...scanProperties,
    file: Type.Object({
      media_type: Type.String({ description: 'The media type detected from the content.', examples: ['image/jpeg'] }),
      bytes: Type.Integer({ minimum: 0, description: 'Size of the file. 0 if the file was stored before sizes were recorded.' }),
      url: Type.String({ format: 'uri', description: 'Signed URL of the file, valid for 3600 seconds. It needs no token.' }),
      expires_at: nullable(time('When the file is deleted. null until the scan has ended: its time begins then.')),
    }),
    result: nullable(ScanResult, 'What was read. null until the scan is completed.'),
  },
  { $id: 'Scan', examples: [queuedExample, completedExample] },
);

/** A scan in a list: no identity values. */
export const ScanSummary = Type.Object(scanProperties, { $id: 'ScanSummary', examples: [summaryExample] });

export const ScanList = Type.Object(
  {
    data: Type.Array(ScanSummary, { description: 'Newest first.' }),
    next_cursor: nullable(Type.String(), 'Send it as `cursor` to get the next page. null on the last page.'),
  },
  { $id: 'ScanList', examples: [{ data: [summaryExample], next_cursor: null }] },
);

/** What a deletion by reference deleted. */
export const DeletedScans = Type.Object(
  {
    object: Type.Literal('deleted_scans'),
    scans: Type.Integer({ minimum: 0, description: 'How many single scans were deleted.' }),
    batches: Type.Integer({ minimum: 0, description: 'How many batches were deleted, with all their scans.' }),
  },
  { $id: 'DeletedScans', examples: [{ object: 'deleted_scans', scans: 2, batches: 0 }] },
);

export type DeletedScansBody = Static<typeof DeletedScans>;
export type ScanStatusName = Static<typeof ScanStatus>;
export type ScanBody = Static<typeof Scan>;
export type ScanSummaryBody = Static<typeof ScanSummary>;
export type ScanListBody = Static<typeof ScanList>;
