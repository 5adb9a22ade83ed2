import type { PortraitBody, SignatureBody } from '@ocr-web/api';
import type { PortraitReading, Quad, SignatureReading } from '@ocr-web/reader';
import { roundQuad } from './place-span.ts';
import { roundDown } from './rate-spans.ts';

/** Where a portrait is, as v2 shows it. */
export function v2Portrait(portrait: PortraitReading): PortraitBody {
  return { kind: portrait.kind, ...v2Signature(portrait), face_share: roundDown(portrait.faceShare) };
}

/** Where a signature is, as v2 shows it. */
export function v2Signature({ page, quad, confidence }: SignatureReading): SignatureBody {
  return { page, box: boxOf(quad), quad: roundQuad(quad), confidence: roundDown(confidence) };
}

function boxOf(quad: Quad): number[] {
  const [x, y] = [quad.map((point) => point.x), quad.map((point) => point.y)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)].map((value) => Math.round(value * 100) / 100);
}
