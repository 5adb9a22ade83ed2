import { fileURLToPath } from 'node:url';
import { specimenPicture } from './specimen-picture.ts';

const specimen = fileURLToPath(specimenPicture);

/** Which token a person at the terminal has. */
export type BannerToken = {
  /** The token made by this start, which is never shown again. */
  readonly firstToken: string | undefined;
  /**
   * Whether there is one in OCR_WEB_TOKEN, which is shown nowhere: terminals and logs of containers
   * are kept.
   */
  readonly isTokenSet: boolean;
  /** Whether this process is a worker, which serves neither page nor API. */
  readonly isWorker?: boolean;
};

/**
 * Returns what a person sees after the start: the address, once the first token, and a command that
 * reads a picture.
 */
export function renderBanner(url: string, { firstToken, isTokenSet, isWorker = false }: BannerToken): string {
  if (isWorker) return `OCR Web listens on ${url}\nThis worker reads pictures and delivers webhooks; ${url}/readyz tells whether it can.\n`;
  const address = `OCR Web listens on ${url}\nOpen that address in a browser for the page, ${url}/docs for the API.\n`;
  const rest = `-H 'Prefer: wait=20' -F ${quote(`picture_file=@"${specimen}"`)} ${quote(`${url}/api/v1/tools/ocr/picture/`)}\n\n`;
  if (firstToken !== undefined) {
    const token = `First token (stored as a hash, shown only now): ${firstToken}`;
    return `${address}\n${token}\n\nRead a specimen passport:\n\ncurl -s -H ${quote(`Authorization: Token ${firstToken}`)} ${rest}`;
  }
  if (!isTokenSet) return address;
  return `${address}\nRead a specimen passport, where OCR_WEB_TOKEN is set:\n\ncurl -s -H "Authorization: Token $OCR_WEB_TOKEN" ${rest}`;
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
