import type { Client, Scan } from '@ocr-web/api/client';
import { type Extras, noExtras } from './extras.ts';
import type { PictureReader, ReadFile } from './picture-reader.ts';

/** What every browser shows, and as a whole: one page in the orientation that EXIF tells. */
const shownByBrowsers = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp'];

/** A scan that the service could not read; its message is for the person who sent it. */
class ScanFailedError extends Error {
  override readonly name = 'ScanFailedError';
}

/**
 * Reads on the service, which keeps the file and its result for as long as it is set to.
 *
 * @param extras what it reads beside the zone
 */
export function readOnService(client: Client, extras: Extras = noExtras): PictureReader {
  return async (file, name, { signal, onProgress }) => {
    onProgress({ step: 'sending' });
    const sent = await client.scans.create(file, { signal, ...extras });
    onProgress({ step: 'reading' });
    const scan = await client.scans.wait(sent.id, { signal });
    return openScan(client, scan, name, file);
  };
}

/**
 * Opens a scan of the service that has ended.
 *
 * @param file the file itself where the browser has it anyway
 * @throws ScanFailedError
 */
export function openScan(client: Client, scan: Scan, name: string, file?: Blob): ReadFile {
  if (!scan.result) throw new ScanFailedError(scan.error?.message ?? scan.status);
  const isShown = shownByBrowsers.includes(scan.file.media_type);
  const showPage = async (page: number) => {
    if (!isShown) return await client.scans.page(scan.id, page);
    return file ?? (await client.scans.picture(scan.id));
  };
  const cutOut: ReadFile['cutOut'] = (kind, index) => client.scans[kind](scan.id, index);
  return { name, place: 'service', result: scan.result, showPage, cutOut, stored: { id: scan.id, expiresAt: scan.expires_at } };
}
