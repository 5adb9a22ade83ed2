import type { PictureFacts } from './picture-facts.ts';

/** How far into a file its signature may lie (ISO 32000-1, annex H.3.4.1). */
const headerReach = 1024;

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, headerReach).includes('%PDF-', 0, 'latin1');
}

/** Pages and their sizes are known to the reader only; here it counts that the file has an end at all (ISO 32000-1, 7.5.5). */
export function inspectPdf(bytes: Buffer): PictureFacts {
  return { mediaType: 'application/pdf', truncated: !bytes.includes('%%EOF', 0, 'latin1') };
}
