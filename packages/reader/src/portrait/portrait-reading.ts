import { type Quad, scaleQuad } from '../geometry/quad.ts';

/** A picture of the holder on a document: where it is, never the picture itself. */
export type PortraitReading = {
  /** Index of the page, from 0. */
  readonly page: number;
  /**
   * `ghost`: a second, smaller or paler one, as many documents have beside the portrait (ICAO
   * 9303-2, appendix A, "secondary image").
   */
  readonly kind: 'portrait' | 'ghost';
  /** Its corners in reading order, in pixels of the page as stored. */
  readonly quad: Quad;
  /** The height of the face, crown to chin, as a share of the portrait's: 0 to 1. */
  readonly faceShare: number;
  /** Probability that a face is there, as the network sees it, 0 to 1. */
  readonly confidence: number;
};

/** The holder's signature on a document: where it is. */
export type SignatureReading = Pick<PortraitReading, 'page' | 'quad' | 'confidence'>;

/** The pictures of the holder on one page, and the signatures. */
export type HolderReading = { readonly portraits: readonly PortraitReading[]; readonly signatures: readonly SignatureReading[] };

/** The same where a pixel of the page is so many times as wide and high. */
export function scaleHolder({ portraits, signatures }: HolderReading, byX: number, byY: number): HolderReading {
  const scale = <Found extends { readonly quad: Quad }>(found: Found): Found => ({ ...found, quad: scaleQuad(found.quad, byX, byY) });
  return { portraits: portraits.map(scale), signatures: signatures.map(scale) };
}
