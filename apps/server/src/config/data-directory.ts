import { setting } from './setting.ts';
import { parsePath } from './value-parsers.ts';

/** Where everything lies that outlives the process. */
export const dataDirectory = setting({
  env: 'OCR_WEB_DATA_DIR',
  doc: 'Folder of the database and the pictures. Created if missing. Only one server at a time may use it.',
  fallback: '.ocr-web',
  parse: parsePath,
});
