// Our reader, in this process as in a child of its pool.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { v1Result } from '@ocr-web/results';
import { answerQuestions } from './answer-questions.ts';

const today = '2026-11-23';
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../packages/reader/package.json'), 'utf8')) as {
  version: string;
};
const tools = { decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }), models: await loadModels(), scratch: createScratch() };

await answerQuestions({ version: manifest.version, licence: 'MIT' }, async (path) => {
  const reading = await readPicture(readFileSync(path), tools, { today });
  const { number, date_of_birth, expiration_date, surname, names, valid_score } = v1Result(reading);
  const form = {
    number: number ?? '',
    date_of_birth: date_of_birth ?? '',
    expiration_date: expiration_date ?? '',
    surname: surname ?? '',
    names: names ?? '',
  };
  return { lines: reading.zones[0]?.lines ?? [], form, score: valid_score };
});
