/**
 * The kernels beside ONNX Runtime, in Node and in Chromium: `node bench/kernels.ts [--write]`.
 *
 * Measures both networks as a whole and layer by layer, what the processor multiplies at most, a
 * frame of 1280 x 720 pixels with a zone in Chromium, and how long the first one takes. One thread
 * each. `--write` makes the figures the baseline, bench/baseline/kernels.json, and writes
 * docs/generated/kernels.md.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { networks } from '@ocr-web/kernels';
import { browserRuntimes, type Chromium, openChromium } from './kernels/measure-chromium.ts';
import { measureFiles } from './kernels/measure-files.ts';
import { layerModels, layerProducts, measurePeak, type NetworkName, timeKernels, timeLayer, timeOnnx } from './kernels/measure-node.ts';
import { type KernelsReport, type LayerRow, type NetworkRow, renderKernels } from './kernels/render-kernels.ts';
import { round, summariseTimes } from './kernels/times.ts';
import { describeMachine } from './page/describe-machine.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
/** Of networks and layers; of frames; of browsers that are started anew. */
const [runs, frames, starts] = [40, 40, 8];
const inputs: readonly (readonly [NetworkName, readonly number[]])[] = [
  ['detector', [1, 1, 288, 512]],
  ['detector', [1, 1, 96, 640]],
  ['recogniser', [2, 1, 32, 888]],
];

async function forEachRuntime<Result>(work: (runtime: (typeof browserRuntimes)[number]) => Promise<Result>) {
  const results: [string, Result][] = [];
  for (const runtime of browserRuntimes) results.push([runtime, await work(runtime)]);
  return Object.fromEntries(results) as Record<(typeof browserRuntimes)[number], Result>;
}

async function measureNetwork(chromium: Chromium, network: NetworkName, dims: readonly number[]): Promise<NetworkRow> {
  const gmac = layerProducts(network, dims).reduce((sum, one) => sum + one, 0);
  const node = {
    relaxed: summariseTimes((await timeKernels(network, 'relaxed', dims, runs)).whole),
    simd: summariseTimes((await timeKernels(network, 'simd', dims, runs)).whole),
    'onnxruntime-node': summariseTimes(await timeOnnx(network, dims, runs)),
  };
  const web = await forEachRuntime(async (runtime) => summariseTimes(await chromium.runNetwork(runtime, network, dims, runs)));
  return { network, dims, gmac: Math.round(1000 * gmac) / 1000, node, chromium: web };
}

async function measureLayers(chromium: Chromium, network: NetworkName, dims: readonly number[]): Promise<LayerRow[]> {
  const relaxed = (await timeKernels(network, 'relaxed', dims, runs)).layers;
  const simd = (await timeKernels(network, 'simd', dims, runs)).layers;
  const products = layerProducts(network, dims);
  const models = await layerModels(network, dims);
  const least = (times: readonly number[] = []) => Math.round(1000 * Math.min(...times)) / 1000;
  const rows: LayerRow[] = [];
  for (const [tensor, times] of relaxed.entries()) {
    const model = models[tensor - 1];
    rows.push({
      network,
      layer: tensor === 0 ? 'normalisation' : (networks[network].network.layers[tensor - 1]?.name ?? 'last layer and answer'),
      mmac: Math.round(10_000 * (products[tensor - 1] ?? 0)) / 10,
      relaxed: least(times),
      simd: least(simd[tensor]),
      'onnxruntime-node': model ? least(await timeLayer(model, runs)) : 0,
      'onnxruntime-web': model ? least(await chromium.runLayer(model, runs)) : 0,
    });
  }
  return rows;
}

async function measure(chromium: Chromium): Promise<KernelsReport> {
  const open_ms = await forEachRuntime((runtime) => chromium.open(runtime));
  // Two engines compile what they run often; only then it counts.
  await chromium.readFrames(10);
  const measured: NetworkRow[] = [];
  for (const [network, dims] of inputs) measured.push(await measureNetwork(chromium, network, dims));
  return {
    machine: describeMachine(),
    chromium: chromium.version,
    load_average: Math.round(10 * loadavg()[1]!) / 10,
    peak: { relaxed: round(await measurePeak('relaxed')), simd: round(await measurePeak('simd')) },
    files: measureFiles(),
    networks: measured,
    // Of one strip: a layer runs once for each.
    layers: [
      ...(await measureLayers(chromium, 'detector', [1, 1, 288, 512])),
      ...(await measureLayers(chromium, 'recogniser', [1, 1, 32, 888])),
    ],
    open_ms,
    frames: await chromium.readFrames(frames),
    first_frame: await chromium.firstFrames(starts, 0),
    first_camera_frame: await chromium.firstFrames(starts, 300),
  };
}

const chromium = await openChromium();
try {
  const report = await measure(chromium);
  const page = renderKernels(report);
  process.stdout.write(page);
  if (values.write) {
    writeFileSync(join(import.meta.dirname, 'baseline/kernels.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(import.meta.dirname, '../docs/generated/kernels.md'), page);
  }
} finally {
  await chromium.close();
}
