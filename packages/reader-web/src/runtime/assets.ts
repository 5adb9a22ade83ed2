import manifest from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import detectorUrl from '@ocr-web/reader/models/mrz-detector.onnx?url';
import recogniserUrl from '@ocr-web/reader/models/mrz-recogniser.onnx?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/**
 * A file that the reader loads from its own origin; its size and its SHA-256 in hexadecimal digits,
 * once it is uncompressed.
 */
export type Asset = { readonly name: string; readonly url: string; readonly bytes: number; readonly sha256: string };

const { detector, recogniser } = manifest.models;

/** Everything that is loaded besides the program. */
export const assets = {
  runtime: {
    name: 'ort-wasm-simd-threaded.wasm',
    url: wasmUrl,
    bytes: 14_239_897,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
  detector: { name: detector.file, url: detectorUrl, bytes: detector.bytes, sha256: detector.sha256 },
  recogniser: { name: recogniser.file, url: recogniserUrl, bytes: recogniser.bytes, sha256: recogniser.sha256 },
} as const satisfies Record<string, Asset>;
