import type { GreyPlane, PicturePlanes } from '../image/plane.ts';
import type { ZoneReading } from '../reading.ts';
import type { VisualReading } from '../visual/visual-reading.ts';
import type { BarcodeReading, FoundBarcode } from './barcode-reading.ts';
import { compareWithDocument, factsOf } from './payload/compare-with-document.ts';
import { decodeText } from './payload/decode-text.ts';
import { encodeBase64 } from './payload/encode-base64.ts';
import { parsePayload } from './payload/parse-payload.ts';
import { listViews } from './view/list-views.ts';
import { quadInPicture } from './view/picture-view.ts';

/** Finds the barcodes of a plane; Node and browsers bring a library. */
export type ScanBarcodes = (plane: GreyPlane) => Promise<readonly FoundBarcode[]>;

/** What barcodes of a page are read with. */
export type BarcodeTools = {
  readonly scan: ScanBarcodes;
  /** ISO date of the day on which the picture is read. */
  readonly today: string;
  /** Asked before each view of the page. */
  readonly signal?: AbortSignal;
};

/** What is known of the page. */
export type BarcodePage = {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly zone: ZoneReading | undefined;
  readonly visual: VisualReading | undefined;
};

/** More than any document has. */
const maxBarcodes = 8;
/** More than a symbol of these kinds holds (ISO/IEC 18004: 7089 digits). */
const maxBytes = 8192;

/**
 * Reads the barcodes of a page, in the first of its views that shows any, and compares what they
 * say with its zone and with its print.
 */
export async function readBarcodes(planes: PicturePlanes, about: BarcodePage, tools: BarcodeTools): Promise<BarcodeReading[]> {
  for await (const view of listViews(planes, about.zone)) {
    tools.signal?.throwIfAborted();
    const found = (await tools.scan(view.plane)).filter(({ bytes }) => bytes.length > 0 && bytes.length <= maxBytes);
    if (found.length === 0) continue;
    return found.slice(0, maxBarcodes).map((barcode) => ({
      page: about.page,
      kind: barcode.kind,
      quad: quadInPicture(barcode.quad, view),
      ...interpret(barcode.bytes, about, tools.today),
    }));
  }
  return [];
}

function interpret(bytes: Uint8Array, { zone, visual }: BarcodePage, today: string): Pick<BarcodeReading, 'text' | 'base64' | 'content'> {
  const text = decodeText(bytes);
  if (text === undefined) return { base64: encodeBase64(bytes) };
  const content = parsePayload(text, today);
  return { text, ...(content && { content: compareWithDocument(content, factsOf(zone?.document, visual)) }) };
}
