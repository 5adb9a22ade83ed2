import { cutAt, type SplitFile } from './take-parts.ts';

/**
 * Objects, their streams, table and trailer (ISO 32000-1, section 7.5), each in a part of its own.
 */
export const splitPdf: SplitFile = (bytes) => {
  const text = bytes.toString('latin1');
  const places = [...text.matchAll(/\d+ 0 obj|stream\r?\n|endstream|endobj|xref|trailer|startxref|%%EOF|\/[A-Z]\w+/g)].map(
    ({ index }) => index,
  );
  return cutAt(bytes, places, () => []);
};
