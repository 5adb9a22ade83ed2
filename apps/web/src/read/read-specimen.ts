import specimenUrl from '../../../server/assets/specimen-passport.png';
import { messages } from '../i18n/language.ts';
import { explainError } from '../session/explain-error.ts';
import { readFile, reading } from './reading.ts';

/** Reads the specimen of ICAO that comes with the service. */
export async function readSpecimen(): Promise<void> {
  try {
    const answer = await fetch(specimenUrl);
    await readFile(await answer.blob(), messages.value.read.specimenName);
  } catch (error) {
    const wayOut = { label: messages.value.retry, run: () => void readSpecimen() };
    reading.value = { state: 'failed', message: explainError(error), wayOut };
  }
}
