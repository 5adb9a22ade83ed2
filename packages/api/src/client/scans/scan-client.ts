import type { DeletedScansBody, ScanBody, ScanListBody, ScanStatusName, ScanSummaryBody } from '../../schemas/v2/scans/scan.ts';
import type { SidesListBody } from '../../schemas/v2/scans/sides.ts';
import { watchChanges } from '../streams/watch-changes.ts';
import { createIdempotencyKey, type FileInput, toBlob, uploadAllowanceMs } from '../transport/file-upload.ts';
import { readJson } from '../transport/read-answer.ts';
import { type CallOptions, deleteResource, listAll } from '../transport/resource-calls.ts';
import type { ApiRequest, Transport } from '../transport/transport.ts';
import { type FinishedScan, isFinished, type WaitOptions, waitForScan } from './wait-for-scan.ts';

export type CreateScanOptions = CallOptions & {
  /**
   * Your own name for it, up to 200 characters. It is returned with the scan, and lists can be
   * filtered by it.
   */
  readonly reference?: string | undefined;
  /** After how many minutes everything is deleted; the service has an upper bound. */
  readonly retainMinutes?: number | undefined;
  /** For how many minutes the file is kept once it is read; 0 deletes it as soon as it is read. */
  readonly retainPictureMinutes?: number | undefined;
  /** Also read what is printed for people: `result.visual`. */
  readonly visual?: boolean | undefined;
  /** Also read barcodes: `result.barcodes`. */
  readonly barcodes?: boolean | undefined;
  /**
   * Also find portrait and signature: `result.portraits`, `result.signatures`. The token needs the
   * scope `portrait`.
   */
  readonly portrait?: boolean | undefined;
  /**
   * A second create with the same key and file returns the first one's scan. When missing, each
   * call gets a key of its own, for the client's retries.
   */
  readonly idempotencyKey?: string | undefined;
  /**
   * How long the service may wait for the scan to end before it answers. Without it the answer
   * comes at once.
   */
  readonly waitSeconds?: number | undefined;
};

export type GetScanOptions = CallOptions & Pick<CreateScanOptions, 'waitSeconds'>;

export type ListScansOptions = CallOptions & {
  readonly status?: ScanStatusName | undefined;
  readonly reference?: string | undefined;
  readonly createdAfter?: Date | string | undefined;
  readonly createdBefore?: Date | string | undefined;
  /** How many a page holds, 1 to 100. */
  readonly limit?: number | undefined;
};

/** Calls about scans. All reject with OcrWebError, or with the signal's reason. */
export type ScanClient = {
  /**
   * Sends a file. Without `waitSeconds` the scan is usually still queued; see `wait` and `read`.
   */
  readonly create: (file: FileInput, options?: CreateScanOptions) => Promise<ScanBody>;
  readonly get: (id: number, options?: GetScanOptions) => Promise<ScanBody>;
  /** Waits until a scan has ended. @throws OcrWebError `client.wait_timeout` */
  readonly wait: (id: number, options?: WaitOptions) => Promise<FinishedScan>;
  /** Sends a file and waits until it is read. @throws OcrWebError `client.wait_timeout` */
  readonly read: (file: FileInput, options?: Omit<CreateScanOptions, 'waitSeconds'> & WaitOptions) => Promise<FinishedScan>;
  /** All scans, newest first, without identity values; pages are requested as needed. */
  readonly list: (options?: ListScansOptions) => AsyncGenerator<ScanSummaryBody, void, undefined>;
  /** One page; `next_cursor` is the `cursor` of the page after it. */
  readonly listPage: (options?: ListScansOptions & { readonly cursor?: string | undefined }) => Promise<ScanListBody>;
  /** Deletes a scan with its file and its result. */
  readonly delete: (id: number, options?: CallOptions) => Promise<void>;
  /** Deletes every scan and batch with exactly this reference. */
  readonly deleteByReference: (reference: string, options?: CallOptions) => Promise<DeletedScansBody>;
  /** The sides of a card that were sent as two scans, as one document. */
  readonly sides: (id: number, otherId: number, options?: CallOptions) => Promise<SidesListBody>;
  /** The file as it was sent. */
  readonly picture: (id: number, options?: CallOptions) => Promise<Blob>;
  /** The zone of a document, cut out, as PNG. */
  readonly crop: (id: number, documentIndex: number, options?: CallOptions) => Promise<Blob>;
  /** A portrait, cut out, as PNG. The token needs the scope `portrait`. */
  readonly portrait: (id: number, portraitIndex: number, options?: CallOptions) => Promise<Blob>;
  /** A signature, cut out, as PNG. The token needs the scope `portrait`. */
  readonly signature: (id: number, signatureIndex: number, options?: CallOptions) => Promise<Blob>;
  /** A page as it is looked at, as PNG; its longer side has 1800 pixels at most. */
  readonly page: (id: number, pageIndex: number, options?: CallOptions) => Promise<Blob>;
  /** A page with what was read drawn over it, as PNG. */
  readonly annotated: (id: number, pageIndex: number, options?: CallOptions) => Promise<Blob>;
  /** The scan each time it changes, until it has ended; reconnects when the connection breaks. */
  readonly events: (id: number, options?: CallOptions) => AsyncGenerator<ScanBody, void, undefined>;
};

const path = '/api/v2/scans';

export function openScanClient(transport: Transport): ScanClient {
  const readBlob = (below: string, { signal }: CallOptions) =>
    transport.send({ path: `${path}/${below}`, headers: { accept: '*/*' }, repeatable: true, signal }, (response) => response.blob());
  const create = async (file: FileInput, options: CreateScanOptions = {}): Promise<ScanBody> =>
    await transport.send(createRequest(await toBlob(file), options), readJson<ScanBody>);
  const wait = (id: number, options: WaitOptions = {}) => waitForScan(id, options, transport);
  const listPage: ScanClient['listPage'] = (options = {}) => transport.send(listRequest(options), readJson<ScanListBody>);
  return {
    create,
    wait,
    listPage,
    get: (id, { waitSeconds, signal } = {}) =>
      transport.send({ path: `${path}/${id}`, ...holdBack(waitSeconds), repeatable: true, signal }, readJson<ScanBody>),
    read: async (file, { timeoutMs, ...options } = {}) => {
      const scan = await create(file, { ...options, waitSeconds: 20 });
      return isFinished(scan) ? scan : await wait(scan.id, { timeoutMs, signal: options.signal });
    },
    list: (options = {}) => listAll((cursor) => listPage({ ...options, cursor })),
    delete: (id, { signal } = {}) => deleteResource({ path: `${path}/${id}`, signal }, transport),
    deleteByReference: (reference, { signal } = {}) =>
      transport.send({ method: 'DELETE', path, query: { reference }, repeatable: true, signal }, readJson<DeletedScansBody>),
    sides: (id, otherId, { signal } = {}) =>
      transport.send({ path: `${path}/${id}/sides`, query: { with: otherId }, repeatable: true, signal }, readJson<SidesListBody>),
    picture: (id, options = {}) => readBlob(`${id}/picture`, options),
    crop: (id, documentIndex, options = {}) => readBlob(`${id}/documents/${documentIndex}/crop`, options),
    portrait: (id, portraitIndex, options = {}) => readBlob(`${id}/portraits/${portraitIndex}/crop`, options),
    signature: (id, signatureIndex, options = {}) => readBlob(`${id}/signatures/${signatureIndex}/crop`, options),
    page: (id, pageIndex, options = {}) => readBlob(`${id}/pages/${pageIndex}/picture`, options),
    annotated: (id, pageIndex, options = {}) => readBlob(`${id}/pages/${pageIndex}/annotated`, options),
    events: (id, { signal } = {}) =>
      watchChanges<ScanBody>({ path: `${path}/${id}/events`, event: 'scan.updated', isFinished, signal }, transport),
  };
}

/** The file is the body: nothing to encode, and the same bytes in each attempt. */
function createRequest(body: Blob, options: CreateScanOptions): ApiRequest {
  const { reference, retainMinutes, retainPictureMinutes, idempotencyKey = createIdempotencyKey(), waitSeconds, signal } = options;
  const asked = (wanted: boolean | undefined) => (wanted ? 'true' : undefined);
  const { headers, allowanceMs = 0 } = holdBack(waitSeconds);
  return {
    method: 'POST',
    path,
    query: {
      reference,
      retain: retainMinutes,
      retain_picture: retainPictureMinutes,
      visual: asked(options.visual),
      portrait: asked(options.portrait),
      barcodes: asked(options.barcodes),
    },
    headers: { ...headers, 'content-type': 'application/octet-stream', 'idempotency-key': idempotencyKey },
    body,
    allowanceMs: allowanceMs + uploadAllowanceMs(body.size),
    repeatable: true,
    signal,
  };
}

function listRequest(options: ListScansOptions & { readonly cursor?: string | undefined }): ApiRequest {
  const { createdAfter, createdBefore, signal, ...query } = options;
  const time = (value: Date | string | undefined) => (value instanceof Date ? value.toISOString() : value);
  return { path, query: { ...query, created_after: time(createdAfter), created_before: time(createdBefore) }, repeatable: true, signal };
}

function holdBack(waitSeconds: number | undefined): Pick<ApiRequest, 'headers' | 'allowanceMs'> {
  if (waitSeconds === undefined) return {};
  const seconds = Math.ceil(waitSeconds);
  return { headers: { prefer: `wait=${seconds}` }, allowanceMs: seconds * 1000 };
}
