// Loaded into a service by `node --import`: counts what it publishes on the diagnostics channel
// `ocr-web.sql`, one message for each statement, and writes the count into the data folder whenever
// SIGUSR2 comes.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statementsFile } from './statements-file.ts';

const { OCR_WEB_DATA_DIR: dataDirectory = '' } = process.env;
let count = 0;
subscribe('ocr-web.sql', () => {
  count += 1;
});
process.on('SIGUSR2', () => writeFileSync(join(dataDirectory, `${statementsFile}-${process.pid}`), `${count}\n`));
