import type { BarcodeBody } from '@ocr-web/api';
import type { BarcodeReading } from '@ocr-web/reader';
import { roundQuad } from './place-span.ts';

/** A barcode as v2 shows it. */
export function v2Barcode({ page, kind, quad, text, base64, content }: BarcodeReading): BarcodeBody {
  return {
    page,
    kind,
    quad: roundQuad(quad),
    text: text ?? null,
    base64: base64 ?? null,
    content: content
      ? { standard: content.standard, version: content.version ?? null, fields: { ...content.fields }, checks: { ...content.checks } }
      : null,
  };
}
