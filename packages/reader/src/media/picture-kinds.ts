import { bmp } from './kinds/bmp.ts';
import { gif } from './kinds/gif.ts';
import { heifKinds } from './kinds/heif.ts';
import { jpeg } from './kinds/jpeg.ts';
import { pdf } from './kinds/pdf.ts';
import { png } from './kinds/png.ts';
import { tiff } from './kinds/tiff.ts';
import { webp } from './kinds/webp.ts';
import type { PictureKind } from './picture-kind.ts';

/**
 * Holds every signature; that of a PDF may lie as far into its file (ISO 32000-1, annex H.3.4.1).
 */
const headBytes = 1024;

/** What a file is, asked from top to bottom. */
const kinds: readonly PictureKind[] = [jpeg, png, webp, tiff, gif, ...heifKinds, bmp, pdf];

/** Kinds of file that people do send and that are refused by name. */
const unreadableKinds: readonly { readonly name: string; readonly matches: PictureKind['matches'] }[] = [
  { name: 'SVG', matches: (head) => /<svg[\s>]/i.test(head) },
];

/**
 * What a file is by its first bytes, whatever it is called.
 *
 * @returns the name of a known kind that is not read, or undefined for what is of no known kind
 */
export function identifyPicture(bytes: Uint8Array): PictureKind | { readonly unreadable: string } | undefined {
  // Characters and bytes have the same numbers in Latin-1.
  // Not spread, which takes seven times as long.
  const head: string = Reflect.apply(String.fromCharCode, undefined, bytes.subarray(0, headBytes));
  const kind = kinds.find(({ matches }) => matches(head));
  if (kind) return kind;
  const other = unreadableKinds.find(({ matches }) => matches(head));
  return other && { unreadable: other.name };
}
