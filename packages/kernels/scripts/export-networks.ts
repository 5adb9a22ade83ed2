/**
 * Writes the networks of packages/reader/models as the kernels take them into models/: `node
 * packages/kernels/scripts/export-networks.ts`. Of each network its numbers in a flat file; its
 * layers, and what the files are, in manifest.json.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import { describeNetwork } from '../src/export/describe-network.ts';
import { writeWeights } from '../src/network/network-weights.ts';
import type { NetworkEntry } from '../src/networks.ts';
import { readGraph } from '../src/onnx/read-graph.ts';

const models = join(import.meta.dirname, '../models');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function exportNetwork({ file }: { readonly file: string }): NetworkEntry {
  const source = readFileSync(fileURLToPath(import.meta.resolve(`@ocr-web/reader/models/${file}`)));
  const { description, weights } = describeNetwork(readGraph(source));
  const bytes = writeWeights(weights);
  const name = file.replace(/\.onnx$/, '.weights');
  writeFileSync(join(models, name), bytes);
  return { file: name, sha256: sha256(bytes), bytes: bytes.length, source: { file, sha256: sha256(source) }, network: description };
}

mkdirSync(models, { recursive: true });
const { detector, recogniser, text, face } = manifest.models;
const entries = { detector: exportNetwork(detector), recogniser: exportNetwork(recogniser), text: exportNetwork(text) };
// The one that finds faces is computed of the model itself.
const faceModel = { file: face.file, sha256: face.sha256, bytes: face.bytes };
writeFileSync(join(models, 'manifest.json'), `${JSON.stringify({ ...entries, face: faceModel }, null, 2)}\n`);
