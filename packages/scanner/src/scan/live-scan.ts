import type { ZoneReading } from '@ocr-web/reader';
import type { FrameReading, WebReader } from '@ocr-web/reader-web';
import { chooseOrder, type OrderCode } from './choose-order.ts';
import { countVotes } from './count-votes.ts';
import { createStabiliser } from './stabilise.ts';

/** A document that was proved, and the frame that completed it. */
export type Capture = { readonly zone: ZoneReading; readonly frame: FrameReading };

export type LiveScanDeps = {
  readonly reader: Pick<WebReader, 'readFrame' | 'combineFrames'>;
  /** The next picture of the camera, once there is a new one. */
  readonly grabFrame: (signal: AbortSignal) => Promise<ImageBitmap>;
  /** Whether a document is of a kind that is to be scanned. */
  readonly isWanted: (zone: ZoneReading) => boolean;
  readonly onFrame: (frame: FrameReading) => void;
  /** What to do, once it has held for half a second. */
  readonly onOrder: (order: OrderCode) => void;
  /** Milliseconds. */
  readonly now: () => number;
};

const orderHoldMs = 500;
/** "Hold still" is no news in the first second: most documents are read by then. */
const patienceMs = 1000;

/**
 * Reads frame after frame until a document is proved.
 *
 * @throws the reason of the signal
 * @throws EngineError of the reader
 */
export async function scanLive(deps: LiveScanDeps, signal: AbortSignal): Promise<Capture> {
  const { reader, grabFrame, isWanted, onFrame, onOrder, now } = deps;
  const votes = countVotes({ combine: (frames) => reader.combineFrames(frames) });
  const orders = createStabiliser<OrderCode>(orderHoldMs);
  let expectedAt: FrameReading['detected'][number]['quad'][] = [];
  let seenSince: number | undefined;
  for (;;) {
    const frame = await reader.readFrame(await grabFrame(signal), { passes: 'coarse', expectedAt, signal });
    signal.throwIfAborted();
    onFrame(frame);
    expectedAt = frame.detected.map(({ quad }) => quad);
    seenSince = frame.detected.length > 0 ? (seenSince ?? now()) : undefined;
    const read = frame.detected.find(({ zone }) => zone === frame.zones[0]);
    const isOther = read?.zone !== undefined && isRead(read.zone) && !isWanted(read.zone);
    const order = chooseOrder(frame, !isOther);
    const isNews = order !== 'hold_still' || (seenSince !== undefined && now() - seenSince >= patienceMs);
    const told = isNews ? orders.update(order, now()) : undefined;
    if (told) onOrder(told);
    const zone = read?.zone && !isOther ? await votes.add({ zone: read.zone, logits: read.logits }) : undefined;
    if (zone && isWanted(zone)) return { zone, frame };
  }
}

/** Sure enough of it to say that it is another kind of document. */
function isRead({ score }: ZoneReading): boolean {
  return score >= 50;
}
