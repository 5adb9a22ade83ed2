import { type Static, Type } from 'typebox';
import { nullable } from './nullable.ts';
import { completedExample, queuedExample, summaryExample } from './scan-examples.ts';
import { ScanResult } from './scan-result.ts';

const time = (description: string) => Type.String({ format: 'date-time', description });

export const ScanStatus = Type.Enum(['queued', 'processing', 'completed', 'failed'], {
  description: 'queued: stored, not begun. processing: being read. completed: read, also when nothing was found. failed: see error.',
});

export const ScanError = Type.Object(
  {
    code: Type.String({ description: 'Stable name of the reason, for programs.', examples: ['picture.corrupt', 'engine.timeout'] }),
    message: Type.String(),
  },
  { $id: 'ScanError' },
);

const scanProperties = {
  id: Type.Integer({ minimum: 1, description: 'Number of the scan; the same in v1.' }),
  object: Type.Literal('scan'),
  status: ScanStatus,
  reference: nullable(Type.String(), 'What the client called it.'),
  batch_id: nullable(Type.Integer({ minimum: 1 }), 'The batch that it came with.'),
  created_at: time('When it was stored.'),
  finished_at: nullable(time('When it was completed or failed.')),
  expires_at: time('From here on it is gone, with its file and its result.'),
  error: nullable(ScanError, 'Why it failed.'),
};

/** A file and what was read in it. */
export const Scan = Type.Object(
  {
    ...scanProperties,
    file: Type.Object({
      media_type: Type.String({ description: 'What the bytes are, whatever was declared.', examples: ['image/jpeg'] }),
      bytes: Type.Integer({ minimum: 0, description: 'Its size; 0 where it was stored before sizes were.' }),
      url: Type.String({ format: 'uri', description: 'Signed address of the file, valid for 3600 seconds, without a token.' }),
    }),
    result: nullable(ScanResult, 'What was read; null until completed.'),
  },
  { $id: 'Scan', examples: [queuedExample, completedExample] },
);

/** A scan in a list: no identity values. */
export const ScanSummary = Type.Object(scanProperties, { $id: 'ScanSummary', examples: [summaryExample] });

export const ScanList = Type.Object(
  {
    data: Type.Array(ScanSummary, { description: 'Newest first.' }),
    next_cursor: nullable(Type.String(), 'Send it as `cursor` for what follows; null at the end.'),
  },
  { $id: 'ScanList', examples: [{ data: [summaryExample], next_cursor: null }] },
);

export type ScanStatusName = Static<typeof ScanStatus>;
export type ScanBody = Static<typeof Scan>;
export type ScanSummaryBody = Static<typeof ScanSummary>;
export type ScanListBody = Static<typeof ScanList>;
