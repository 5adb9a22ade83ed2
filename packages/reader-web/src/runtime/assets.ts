import { chooseInstructionSet, type InstructionSet, kernelFiles, networks } from '@ocr-web/kernels';
import detectorUrl from '@ocr-web/kernels/models/mrz-detector.weights?url';
import recogniserUrl from '@ocr-web/kernels/models/mrz-recogniser.weights?url';
import relaxedUrl from '@ocr-web/kernels/wasm/kernels-relaxed.wasm?url';
import simdUrl from '@ocr-web/kernels/wasm/kernels-simd.wasm?url';

/**
 * A file that the reader loads from its own origin; its size and its SHA-256 in hexadecimal digits,
 * once it is uncompressed.
 */
export type Asset = { readonly name: string; readonly url: string; readonly bytes: number; readonly sha256: string };

const { detector, recogniser } = networks;
const kernelUrls: Readonly<Record<InstructionSet, string>> = { relaxed: relaxedUrl, simd: simdUrl };

/** The instructions that this browser has. */
export const instructionSet = chooseInstructionSet();

const { file, bytes, sha256 } = kernelFiles[instructionSet];

/** Everything that is loaded besides the program. */
export const assets = {
  kernels: { name: file, url: kernelUrls[instructionSet], bytes, sha256 },
  detector: { name: detector.file, url: detectorUrl, bytes: detector.bytes, sha256: detector.sha256 },
  recogniser: { name: recogniser.file, url: recogniserUrl, bytes: recogniser.bytes, sha256: recogniser.sha256 },
} as const satisfies Record<string, Asset>;
