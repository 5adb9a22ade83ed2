import { parseMrz } from '@ocr-web/mrz';
import { openWebReader } from '../readers/load-web-reader.ts';
import { place } from '../readers/place.ts';
import { isForService, readOnDevice } from '../readers/read-on-device.ts';
import { readOnService } from '../readers/read-on-service.ts';
import { explainError } from '../session/explain-error.ts';
import { requireClient } from '../session/require-client.ts';
import { addGuest, changeGuest, localTime } from './night.ts';

const onDevice = readOnDevice(openWebReader);

/** Reads documents one after the other; each is a guest at once. */
export async function addDocuments(files: readonly File[]): Promise<void> {
  const added = files.map((file) => ({ file, id: addGuest(file.name) }));
  for (const { file, id } of added) await readDocument(file, id, place.value === 'device');
}

async function readDocument(file: File, id: number, isHere: boolean): Promise<void> {
  changeGuest(id, { state: 'reading' });
  try {
    const client = isHere ? undefined : await requireClient();
    const read = isHere || !client ? onDevice : readOnService(client);
    const { result } = await read(file, file.name, { signal: new AbortController().signal, onProgress: () => undefined });
    const [found] = result.documents;
    const today = localTime(new Date()).slice(0, 10);
    changeGuest(id, { state: 'read', ...(found && { zone: parseMrz(found.lines, { today, keepLines: true }), score: found.score }) });
  } catch (error) {
    // What this browser cannot read is sent only when that is said.
    const again = isHere && isForService(error, file) ? () => void readDocument(file, id, false) : undefined;
    changeGuest(id, { state: 'failed', failure: { message: explainError(error), readOnService: again } });
  }
}
