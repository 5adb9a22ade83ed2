import manifest from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import detectorUrl from '@ocr-web/reader/models/mrz-detector.onnx?url';
import recogniserUrl from '@ocr-web/reader/models/mrz-recogniser.onnx?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/** A file that the reader loads from its own origin, and its size once it is uncompressed. */
export type Asset = { readonly name: string; readonly url: string; readonly bytes: number };

const { detector, recogniser } = manifest.models;

/** Everything that is loaded besides the program. */
export const assets = {
  runtime: { name: 'ort-wasm-simd-threaded.wasm', url: wasmUrl, bytes: 14_239_897 },
  detector: { name: detector.file, url: detectorUrl, bytes: detector.bytes },
  recogniser: { name: recogniser.file, url: recogniserUrl, bytes: recogniser.bytes },
} as const satisfies Record<string, Asset>;
