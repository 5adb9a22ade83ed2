import { type Static, Type } from 'typebox';
import { identifier } from './identifier.ts';
import { FileContent, idempotencyKey, reference, retention } from './scans/scan-requests.ts';

/** Body of a create as a form. */
export const CreateBatchForm = Type.Object(
  {
    file: Type.Array(FileContent, { minItems: 1, description: 'The files. Send each one as a part with this name and a file name.' }),
    reference,
  },
  { $id: 'CreateBatchForm' },
);

/** Query of a create; the reference where the body is an archive. */
export const CreateBatchQuery = Type.Object({ reference, ...retention });

export const CreateBatchHeaders = Type.Object({ 'idempotency-key': idempotencyKey });

export const BatchParams = Type.Object({ id: identifier });

/** How many batches to list at a time. */
export const ListBatchesQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ description: 'The next_cursor of the previous page.' })),
});

/** From which file on the results are wanted. */
export const BatchResultsQuery = Type.Object({
  from: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 999_999,
      default: 0,
      description: 'Index of the first file to return. To resume an interrupted stream, add 1 to the last index you received.',
    }),
  ),
});

/** Headers of a request for server-sent events. */
export const EventsHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      description: 'The id of the last event you received; the stream continues after it. EventSource sends this header automatically.',
    }),
  ),
});

export type BatchPath = Static<typeof BatchParams>;
export type CreateBatchParameters = Static<typeof CreateBatchQuery>;
export type ListBatchesParameters = Static<typeof ListBatchesQuery>;
export type BatchResultsParameters = Static<typeof BatchResultsQuery>;
