import type { MediaType } from '../decoded-picture.ts';

type Signature = { readonly at: number; readonly text: string };
type Kind = { readonly mediaType: string; readonly signatures: readonly Signature[] };

/** First bytes, as Latin-1 text. Sources: each format's specification; TIFF and BigTIFF in both byte orders. */
const readKinds: readonly (Kind & { readonly mediaType: MediaType })[] = [
  { mediaType: 'image/jpeg', signatures: [{ at: 0, text: '\xff\xd8\xff' }] },
  { mediaType: 'image/png', signatures: [{ at: 0, text: '\x89PNG\r\n\x1a\n' }] },
  { mediaType: 'image/gif', signatures: ['GIF87a', 'GIF89a'].map((text) => ({ at: 0, text })) },
  { mediaType: 'image/tiff', signatures: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].map((text) => ({ at: 0, text })) },
  { mediaType: 'image/webp', signatures: [{ at: 8, text: 'WEBP' }] },
  { mediaType: 'image/avif', signatures: ['ftypavif', 'ftypavis'].map((text) => ({ at: 4, text })) },
  { mediaType: 'image/bmp', signatures: [{ at: 0, text: 'BM' }] },
];

/** Kinds that people send and that are not read: named, so that the refusal can say what was sent. */
const refusedKinds: readonly Kind[] = [
  { mediaType: 'HEIC', signatures: ['ftypheic', 'ftypheix', 'ftyphevc', 'ftypmif1', 'ftypmsf1'].map((text) => ({ at: 4, text })) },
  { mediaType: 'PDF', signatures: [{ at: 0, text: '%PDF-' }] },
];

const longestSignature = 64;

/** What a file is by its first bytes, whatever it is called; `refused` names a known kind that is not read. */
export function identifyMediaType(bytes: Uint8Array): MediaType | { readonly refused: string } {
  const head = String.fromCharCode(...bytes.subarray(0, longestSignature));
  const isKind = (kind: Kind) => kind.signatures.some(({ at, text }) => head.startsWith(text, at));
  const known = readKinds.find(isKind);
  if (known) return known.mediaType;
  // A file type box may name AVIF among its compatible brands only.
  if (head.startsWith('ftyp', 4) && head.slice(8, boxEnd(bytes)).includes('avif')) return 'image/avif';
  if (/^\s*(<\?xml|<!--|<svg|<!doctype svg)/i.test(head)) return { refused: 'SVG or XML' };
  return { refused: refusedKinds.find(isKind)?.mediaType ?? (bytes.length === 0 ? 'an empty file' : 'not a picture') };
}

function boxEnd(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
