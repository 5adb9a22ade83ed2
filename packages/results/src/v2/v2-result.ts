import type { HintBody, ScanResultBody } from '@ocr-web/api';
import type { Hint, Reading } from '@ocr-web/reader';
import { joinSides } from '../sides/join-sides.ts';
import { v2Barcode } from './v2-barcode.ts';
import { v2Document } from './v2-document.ts';
import { v2Portrait, v2Signature } from './v2-portrait.ts';
import { v2Visual } from './v2-visual.ts';

/**
 * What v2 says about a reading: everything that it knows. The service and the command line show the
 * same.
 */
export function v2Result({
  zones,
  pages,
  hints,
  timing,
  visual,
  portraits,
  signatures,
  barcodes,
}: Omit<Reading, 'mediaType'>): ScanResultBody {
  const result = {
    documents: zones.map(v2Document),
    pages: pages.map(({ width, height }, index) => ({ index, width, height })),
    hints: hints.map(v2Hint),
    timing,
    ...(visual && { visual: visual.map((one) => v2Visual(one, zones)) }),
    ...(portraits && { portraits: portraits.map(v2Portrait) }),
    ...(signatures && { signatures: signatures.map(v2Signature) }),
    ...(barcodes && { barcodes: barcodes.map(v2Barcode) }),
  };
  // Without print or barcodes, only zones can say anything, and two zones are two documents.
  return visual || barcodes ? { ...result, sides: joinSides([result]) } : result;
}

function v2Hint({ code, message, page, document, line, found, needed }: Hint): HintBody {
  return { code, message, page, document: document ?? null, line: line ?? null, found: found ?? null, needed: needed ?? null };
}
