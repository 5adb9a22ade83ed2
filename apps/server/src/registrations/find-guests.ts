import type { CreateRegistrationBody, RegistrationGuestBody } from '@ocr-web/api';
import { parseMrz } from '@ocr-web/mrz';
import type { GuestInput } from '@ocr-web/registers';
import { ServiceError } from '../errors/service-error.ts';
import { findScan } from '../scans/find-scan.ts';
import { listScans } from '../scans/list-scans.ts';
import { isFinished, type Scan } from '../scans/scan.ts';

/** A guest with the scan that shows the document. */
export type FoundGuest = GuestInput & { readonly scan: Scan | undefined };

/** As many scans of one reference become guests; a stay has no more. */
const maxGuests = 100;

/** Scans, and the index that finds a reference. */
type OwnedRecords = Parameters<typeof listScans>[0];

type Asked = Pick<CreateRegistrationBody, 'guests' | 'reference'>;

/**
 * Puts the owner's scans to the guests of a request: those that it names, and those of a reference
 * behind them. A scan that failed or shows no document is a guest of whom nothing was read.
 *
 * @throws ServiceError `not_found` for somebody else's scan as for none, `scan.not_completed` for
 *   one that has not been read yet, `field.invalid` for a guest with a scan and lines
 */
export async function findGuests(
  records: OwnedRecords,
  ownerId: string,
  { guests = [], reference }: Asked,
  now: Date,
): Promise<FoundGuest[]> {
  const today = now.toISOString().slice(0, 10);
  const named: FoundGuest[] = [];
  for (const [index, guest] of guests.entries()) named.push(await findGuest(records, ownerId, guest, `guests.${index}`, now, today));
  if (reference === undefined) return named;
  const taken = new Set(named.map(({ scan }) => scan?.id));
  const { scans } = await listScans(records, { ownerId, reference }, maxGuests, undefined, now);
  const others = scans.filter(({ id }) => !taken.has(id)).reverse();
  if (named.length + others.length > maxGuests) throw invalid('reference', `More than ${maxGuests} guests.`);
  for (const { id } of others) named.push(await findGuest(records, ownerId, { scan_id: id }, 'reference', now, today));
  return named;
}

async function findGuest(
  records: OwnedRecords,
  ownerId: string,
  { scan_id: scanId, document = 0, lines, visual, desk }: RegistrationGuestBody,
  place: string,
  now: Date,
  today: string,
): Promise<FoundGuest> {
  if (scanId === undefined) {
    const zone = lines && parseMrz(lines, { today });
    return { scan: undefined, zone, visual, desk };
  }
  if (lines !== undefined) throw invalid(`${place}.lines`, 'A guest has either a scan or lines.');
  const scan = await findScan(records, ownerId, scanId, now);
  if (!scan) throw new ServiceError('not_found', `${place}: There is no scan ${scanId}.`);
  if (!isFinished(scan)) throw new ServiceError('scan.not_completed', `${place}: The scan ${scanId} has not been read yet.`);
  const zone = scan.reading?.zones[document];
  return { scan, zone: zone?.document, score: zone?.score, visual, desk };
}

function invalid(field: string, detail: string): ServiceError {
  return new ServiceError('field.invalid', detail, { field });
}
