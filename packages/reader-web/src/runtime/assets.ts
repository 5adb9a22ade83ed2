import { chooseInstructionSet, faceModel, type InstructionSet, kernelFiles, networks } from '@ocr-web/kernels';
import detectorUrl from '@ocr-web/kernels/models/mrz-detector.weights?url';
import recogniserUrl from '@ocr-web/kernels/models/mrz-recogniser.weights?url';
import textUrl from '@ocr-web/kernels/models/visual-text.weights?url';
import relaxedUrl from '@ocr-web/kernels/wasm/kernels-relaxed.wasm?url';
import simdUrl from '@ocr-web/kernels/wasm/kernels-simd.wasm?url';
import faceUrl from '@ocr-web/reader/models/face-detector.onnx?url';

/**
 * A file that the reader loads from its own origin; its size and its SHA-256 in hexadecimal digits,
 * once it is uncompressed.
 */
export type Asset = { readonly name: string; readonly url: string; readonly bytes: number; readonly sha256: string };

const { detector, recogniser, text } = networks;
const kernelUrls: Readonly<Record<InstructionSet, string>> = { relaxed: relaxedUrl, simd: simdUrl };

/** The instructions that this browser has. */
export const instructionSet = chooseInstructionSet();

const { file, bytes, sha256 } = kernelFiles[instructionSet];

/** What is loaded besides the program before the first picture. */
export const assets = {
  kernels: { name: file, url: kernelUrls[instructionSet], bytes, sha256 },
  detector: { name: detector.file, url: detectorUrl, bytes: detector.bytes, sha256: detector.sha256 },
  recogniser: { name: recogniser.file, url: recogniserUrl, bytes: recogniser.bytes, sha256: recogniser.sha256 },
} as const satisfies Record<string, Asset>;

/** What is loaded when print for people is first read, and when a portrait is first looked for. */
export const laterAssets = {
  text: { name: text.file, url: textUrl, bytes: text.bytes, sha256: text.sha256 },
  face: { name: faceModel.file, url: faceUrl, bytes: faceModel.bytes, sha256: faceModel.sha256 },
} as const satisfies Record<string, Asset>;
