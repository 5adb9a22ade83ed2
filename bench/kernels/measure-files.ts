import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { chooseInstructionSet, kernelFiles, networks } from '@ocr-web/kernels';

/** A file that a browser loads once, and what it is when it is sent. */
export type SentFile = { readonly file: string; readonly bytes: number; readonly brotli: number };

/** What engine and models are: the kernels for a browser like this Node, and both networks. */
export function measureFiles(): SentFile[] {
  const paths = [
    `wasm/${kernelFiles[chooseInstructionSet()].file}`,
    `models/${networks.detector.file}`,
    `models/${networks.recogniser.file}`,
  ];
  return paths.map((path) => {
    const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@ocr-web/kernels/${path}`)));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { file: path, bytes: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  });
}
