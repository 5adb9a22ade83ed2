import type { InstructionSet } from '@ocr-web/kernels';
import type { BrowserRuntime } from '../../packages/reader-web/test/runtimes/runtimes-page-api.ts';
import { renderTable } from '../page/render-table.ts';
import type { FirstFrames } from './measure-chromium.ts';
import type { SentFile } from './measure-files.ts';
import type { NetworkName } from './measure-node.ts';
import type { Times } from './times.ts';

export type NetworkRow = {
  readonly network: NetworkName;
  readonly dims: readonly number[];
  /** Multiplications with an addition, 10^9. */
  readonly gmac: number;
  readonly node: Readonly<Record<InstructionSet | 'onnxruntime-node', Times>>;
  readonly chromium: Readonly<Record<BrowserRuntime, Times>>;
};

/**
 * Least times of a layer. ONNX Runtime computes it as a model of its own, without what is added.
 */
export type LayerRow = {
  readonly network: NetworkName;
  readonly layer: string;
  readonly mmac: number;
  readonly relaxed: number;
  readonly simd: number;
  readonly 'onnxruntime-node': number;
  readonly 'onnxruntime-web': number;
};

export type KernelsReport = {
  readonly machine: string;
  readonly chromium: string;
  readonly load_average: number;
  /** The most that the processor multiplies with each set of instructions, 10^9 a second. */
  readonly peak: Readonly<Record<InstructionSet, number>>;
  readonly files: readonly SentFile[];
  readonly networks: readonly NetworkRow[];
  readonly layers: readonly LayerRow[];
  readonly open_ms: Readonly<Record<BrowserRuntime, number>>;
  readonly frames: Readonly<Record<BrowserRuntime, { readonly searched: Times; readonly tracked: Times }>>;
  readonly first_frame: FirstFrames;
  /** Where the camera is open 300 ms after the reader. */
  readonly first_camera_frame: FirstFrames;
};

const runtimes: readonly BrowserRuntime[] = ['relaxed', 'simd', 'onnxruntime-web'];
const percent = (share: number) => `${Math.round(100 * share)} %`;
const ms = (value: number) => value.toFixed(3);
const both = ({ p50, least }: Times) => `${p50.toFixed(1)} / ${least.toFixed(1)}`;
const perSecond = (mmac: number, milliseconds: number) => mmac / milliseconds;

/** Renders what was measured as a page of Markdown. */
export function renderKernels(report: KernelsReport): string {
  const { machine, chromium, load_average, peak, files, first_frame, first_camera_frame } = report;
  const sent = files.reduce((sum, { brotli }) => sum + brotli, 0);
  return `# The kernels, measured

Written by \`node bench/kernels.ts --write\`. ${machine}; Chromium ${chromium}; load average
${load_average} while it was measured: others used the machine too, so the least time stands beside
the median. Milliseconds, one thread each.

## A frame of 1280 x 720 pixels with a zone, in Chromium: median / least

"Searched" looks at the whole frame, "tracked" where the frame before had its zone.

${renderTable(
  ['', 'searched', 'tracked', 'searched, 95 of 100 within', 'loaded in'],
  runtimes.map((name) => {
    const { searched, tracked } = report.frames[name];
    return [name, both(searched), both(tracked), searched.p95.toFixed(1), report.open_ms[name].toFixed(0)];
  }),
)}

From opening the reader to the answer to the first frame, in a browser that was just started:
${both(first_frame.both_ms)} (${both(first_frame.open_ms)} until everything is loaded). The page's process grew by
at most ${first_frame.memory_mib} MiB. A camera that is open 300 ms after the reader has its first frame read
in ${both(first_camera_frame.frame_ms)}: until then the reader has read a frame of its own.

## What is loaded once, bytes

${renderTable(
  ['', 'bytes', 'with Brotli'],
  [...files.map(({ file, bytes, brotli }) => [file, String(bytes), String(brotli)]), ['together', '', String(sent)]],
)}

## Whole networks: median / least

${renderTable(
  [
    '',
    '10^9 products',
    ...['relaxed', 'simd', 'onnxruntime-node'].map((name) => `Node: ${name}`),
    ...runtimes.map((name) => `Chromium: ${name}`),
  ],
  report.networks.map(({ network, dims, gmac, node, chromium: web }) => [
    `${network} ${dims.join(' x ')}`,
    gmac.toFixed(3),
    ...[node.relaxed, node.simd, node['onnxruntime-node']].map(both),
    ...runtimes.map((name) => both(web[name])),
  ]),
)}

## Layer by layer: least times

At most, this processor multiplies ${peak.relaxed.toFixed(0)} · 10^9 times a second with relaxed SIMD and ${peak.simd.toFixed(0)} · 10^9
with plain SIMD, with everything in registers. Times of the kernels are of Node and include the
border, the sums and the addition of a layer; ONNX Runtime computes each layer as a model of its own,
without the addition.

${renderTable(
  ['', '10^6 products', 'relaxed', 'of the peak', 'simd', 'of the peak', 'onnxruntime-node', 'onnxruntime-web'],
  report.layers.map((row) => [
    `${row.network} ${row.layer}`,
    row.mmac.toFixed(1),
    ms(row.relaxed),
    row.mmac > 0 ? percent(perSecond(row.mmac, row.relaxed) / peak.relaxed) : '',
    ms(row.simd),
    row.mmac > 0 ? percent(perSecond(row.mmac, row.simd) / peak.simd) : '',
    row.mmac > 0 ? ms(row['onnxruntime-node']) : '',
    row.mmac > 0 ? ms(row['onnxruntime-web']) : '',
  ]),
)}
`;
}
