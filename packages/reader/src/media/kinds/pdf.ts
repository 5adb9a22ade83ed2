import type { PictureKind } from '../picture-kind.ts';

const endOfFile = Uint8Array.from('%%EOF', (character) => character.charCodeAt(0));

/**
 * PDF. Its signature may lie up to 1,024 bytes into the file (ISO 32000-1, annex H.3.4.1), and it
 * has an end (7.5.5). Pages and their sizes are known to the reader only.
 */
export const pdf: PictureKind = {
  mediaType: 'application/pdf',
  matches: (head) => head.includes('%PDF-'),
  isWhole: (cursor) => cursor.hasMarkerAhead(endOfFile),
};
