import type { ScanBody } from '../schemas/v2/scan.ts';
import { isFinished } from './finished-scan.ts';
import { OcrWebError } from './ocr-web-error.ts';
import { readEvents } from './read-events.ts';
import { resumeStream } from './resume-stream.ts';
import type { Transport } from './transport.ts';

/** The scan each time its status changes, until it has ended. */
export async function* watchScan(
  id: number,
  transport: Transport,
  signal: AbortSignal | undefined,
): AsyncGenerator<ScanBody, void, undefined> {
  let last: ScanBody | undefined;
  const open = async function* () {
    const request = { path: `/api/v2/scans/${id}/events`, headers: { accept: 'text/event-stream' }, repeatable: true, signal };
    for await (const { event, data } of readEvents(transport.stream(request))) {
      if (event !== 'scan.updated') continue;
      const scan = JSON.parse(data) as ScanBody;
      // A stream that is opened anew begins with what was heard already.
      if (scan.status !== last?.status) yield scan;
      last = scan;
      if (isFinished(scan)) return;
    }
    throw new OcrWebError('client.network', `The events of scan ${id} ended before the scan had.`);
  };
  yield* resumeStream(open, transport, signal);
}
