import type { BatchBody, BatchListBody, BatchResultBody } from '../../schemas/v2/batch.ts';
import type { CreateScanOptions } from '../scans/scan-client.ts';
import { watchChanges } from '../streams/watch-changes.ts';
import { createIdempotencyKey, type FileInput, toBlob, uploadAllowanceMs } from '../transport/file-upload.ts';
import { readJson } from '../transport/read-answer.ts';
import { type CallOptions, deleteResource, listAll } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';
import { type BatchResultsOptions, readBatchResults } from './read-batch-results.ts';

/**
 * A file of a batch. Its result carries the name; when missing, that is the name of the `File`, or
 * `file-1` and so on.
 */
export type BatchFile = FileInput | { readonly name: string; readonly file: FileInput };

export type CreateBatchOptions = CallOptions &
  Pick<CreateScanOptions, 'reference' | 'idempotencyKey' | 'retainMinutes' | 'retainPictureMinutes'>;

type ListBatchesOptions = CallOptions & { readonly limit?: number | undefined };

/** Calls about batches. All reject with OcrWebError, or with the signal's reason. */
export type BatchClient = {
  /**
   * Sends many files in one request. A refused file gets a result with its error; the batch goes
   * on.
   */
  readonly create: (files: Iterable<BatchFile>, options?: CreateBatchOptions) => Promise<BatchBody>;
  /** The same for a ZIP archive of the files. */
  readonly createFromZip: (archive: FileInput, options?: CreateBatchOptions) => Promise<BatchBody>;
  readonly get: (id: number, options?: CallOptions) => Promise<BatchBody>;
  /** Waits until a batch is done. This may take long: limit it with a signal. */
  readonly wait: (id: number, options?: CallOptions) => Promise<BatchBody>;
  /** The batch each time a file is done, until all are; reconnects when the connection breaks. */
  readonly events: (id: number, options?: CallOptions) => AsyncGenerator<BatchBody, void, undefined>;
  /**
   * The result of each file, in the order of the upload, as they are done; continues where it was
   * when the connection breaks.
   */
  readonly results: (id: number, options?: BatchResultsOptions) => AsyncGenerator<BatchResultBody, void, undefined>;
  /** All batches, newest first; pages are requested as needed. */
  readonly list: (options?: ListBatchesOptions) => AsyncGenerator<BatchBody, void, undefined>;
  /** One page; `next_cursor` is the `cursor` of the page after it. */
  readonly listPage: (options?: ListBatchesOptions & { readonly cursor?: string | undefined }) => Promise<BatchListBody>;
  /** Deletes a batch with all its scans. */
  readonly delete: (id: number, options?: CallOptions) => Promise<void>;
};

const path = '/api/v2/batches';

export function openBatchClient(transport: Transport): BatchClient {
  const { send } = transport;
  const isFinished = ({ status }: BatchBody) => status === 'completed';
  const get = (id: number, { signal }: CallOptions = {}) => send({ path: `${path}/${id}`, repeatable: true, signal }, readJson<BatchBody>);
  const listPage: BatchClient['listPage'] = ({ signal, ...query } = {}) =>
    send({ path, query, repeatable: true, signal }, readJson<BatchListBody>);
  const events = (id: number, { signal }: CallOptions = {}) =>
    watchChanges<BatchBody>({ path: `${path}/${id}/events`, event: 'batch.updated', isFinished, signal }, transport);
  return {
    get,
    listPage,
    events,
    create: async (files, options = {}) => await sendBatch(await toForm(files, options.reference), options, transport),
    createFromZip: async (archive, options = {}) => {
      const body = await toBlob(archive);
      const zip = { body, bytes: body.size, type: 'application/zip', reference: options.reference };
      return await sendBatch(zip, options, transport);
    },
    wait: async (id, options = {}) => {
      for await (const batch of events(id, options)) if (isFinished(batch)) return batch;
      return await get(id, options);
    },
    results: (id, options = {}) => readBatchResults(id, options, transport),
    list: (options = {}) => listAll((cursor) => listPage({ ...options, cursor })),
    delete: (id, { signal } = {}) => deleteResource({ path: `${path}/${id}`, signal }, transport),
  };
}

type BatchUpload = {
  readonly body: FormData | Blob;
  readonly bytes: number;
  /** Content type; for a form, the platform sets it with the boundary. */
  readonly type?: string;
  /** Of an archive; a form carries it itself. */
  readonly reference?: string | undefined;
};

async function toForm(files: Iterable<BatchFile>, reference: string | undefined): Promise<BatchUpload> {
  const body = new FormData();
  let bytes = 0;
  if (reference !== undefined) body.set('reference', reference);
  for (const one of files) {
    const file = await toBlob('file' in one ? one.file : one);
    const name = 'name' in one && typeof one.name === 'string' ? one.name : `file-${body.getAll('file').length + 1}`;
    body.append('file', file, name);
    bytes += file.size;
  }
  return { body, bytes };
}

function sendBatch({ body, bytes, type, reference }: BatchUpload, options: CreateBatchOptions, { send }: Transport) {
  const { idempotencyKey = createIdempotencyKey(), retainMinutes, retainPictureMinutes, signal } = options;
  const query = { reference, retain: retainMinutes, retain_picture: retainPictureMinutes };
  const headers = { 'idempotency-key': idempotencyKey, 'content-type': type };
  const request = { method: 'POST', path, query, headers, body, allowanceMs: uploadAllowanceMs(bytes), repeatable: true, signal } as const;
  return send(request, readJson<BatchBody>);
}
