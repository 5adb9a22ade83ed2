import type { MediaType } from '../decoded-picture.ts';

type Signature = { readonly at: number; readonly text: string };
type Kind = { readonly mediaType: MediaType; readonly signatures: readonly Signature[] };

/** First bytes, as Latin-1 text. Sources: each format's specification; TIFF and BigTIFF in both byte orders. */
const kinds: readonly Kind[] = [
  { mediaType: 'image/jpeg', signatures: [{ at: 0, text: '\xff\xd8\xff' }] },
  { mediaType: 'image/png', signatures: [{ at: 0, text: '\x89PNG\r\n\x1a\n' }] },
  { mediaType: 'image/gif', signatures: ['GIF87a', 'GIF89a'].map((text) => ({ at: 0, text })) },
  { mediaType: 'image/tiff', signatures: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].map((text) => ({ at: 0, text })) },
  { mediaType: 'image/webp', signatures: [{ at: 8, text: 'WEBP' }] },
  { mediaType: 'image/avif', signatures: ['ftypavif', 'ftypavis'].map((text) => ({ at: 4, text })) },
  { mediaType: 'image/bmp', signatures: [{ at: 0, text: 'BM' }] },
  { mediaType: 'application/pdf', signatures: [{ at: 0, text: '%PDF-' }] },
];

const longestSignature = 64;
/** How far into a file the signature of a PDF may lie, behind what a mail program or a scanner put before it (ISO 32000-1, annex H.3.4.1). */
const pdfHeaderReach = 1024;
/** Brands of HEIF files that hold HEVC, the "mif1" and "msf1" of any coding among them (ISO/IEC 23008-12, 10.2 and annex B.4). */
const heicBrand = /^(hei[cxms]|hev[cxms]|mif1|msf1)$/;

/** What a file is by its first bytes, whatever it is called; `refused` says what else it is. */
export function identifyMediaType(bytes: Uint8Array): MediaType | { readonly refused: string } {
  const head = String.fromCharCode(...bytes.subarray(0, longestSignature));
  const isKind = (kind: Kind) => kind.signatures.some(({ at, text }) => head.startsWith(text, at));
  const known = kinds.find(isKind);
  if (known) return known.mediaType;
  const brands = head.startsWith('ftyp', 4) ? listBrands(head.slice(0, boxEnd(bytes))) : [];
  // A file type box may name AVIF among its compatible brands only.
  if (brands.includes('avif')) return 'image/avif';
  if (brands.some((brand) => heicBrand.test(brand))) return 'image/heic';
  if (/^\s*(<\?xml|<!--|<svg|<!doctype svg)/i.test(head)) return { refused: 'SVG or XML' };
  if (String.fromCharCode(...bytes.subarray(0, pdfHeaderReach)).includes('%PDF-')) return 'application/pdf';
  return { refused: bytes.length === 0 ? 'an empty file' : 'not a picture' };
}

/** The major brand, then the compatible ones; between them stands a version (ISO/IEC 14496-12, 4.3). */
function listBrands(box: string): string[] {
  return [box.slice(8, 12), ...(box.slice(16).match(/.{4}/gs) ?? [])];
}

function boxEnd(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
