import { fileURLToPath } from 'node:url';
import { specimenPicture } from './specimen-picture.ts';

const specimen = fileURLToPath(specimenPicture);

/**
 * Returns what a person sees after the start: the address, and, once, the first token with a command that reads a picture.
 *
 * @param firstToken the token stored by this start, which is never shown again
 */
export function renderBanner(url: string, firstToken: string | undefined): string {
  if (firstToken === undefined) return `OCR Web listens on ${url}\n`;
  return [
    `OCR Web listens on ${url}`,
    '',
    `First token (stored as a hash, shown only now): ${firstToken}`,
    '',
    'Read a specimen passport:',
    '',
    `curl -s -H ${quote(`Authorization: Token ${firstToken}`)} -H 'Prefer: wait=20' -F ${quote(`picture_file=@"${specimen}"`)} ${quote(`${url}/api/v1/tools/ocr/picture/`)}`,
    '',
    '',
  ].join('\n');
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
