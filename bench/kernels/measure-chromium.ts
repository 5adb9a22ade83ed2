import { fileURLToPath } from 'node:url';
import { buildPage } from '../../packages/reader-web/test/browser/build-page.ts';
import { type OpenedPage, openPage } from '../../packages/reader-web/test/browser/open-page.ts';
import type { BrowserRuntime, FrameTimes } from '../../packages/reader-web/test/runtimes/runtimes-page-api.ts';
import { drawFrame } from '../../packages/scanner/test/clips/draw-frame.ts';
import type { LayerModel } from './layer-model.ts';
import type { NetworkName } from './measure-node.ts';
import { rendererMemory } from './renderer-memory.ts';
import { summariseTimes, type Times } from './times.ts';

export const browserRuntimes: readonly BrowserRuntime[] = ['relaxed', 'simd', 'onnxruntime-web'];

/** `both_ms` is without the time of the camera. */
export type FirstFrames = { readonly open_ms: Times; readonly frame_ms: Times; readonly both_ms: Times; readonly memory_mib: number };

type FrameSummary = { readonly searched: Times; readonly tracked: Times };

/** Chromium with the page in which the runtimes stand beside each other. */
export type Chromium = {
  readonly version: string;
  /** Loads a runtime; milliseconds until both networks can be run. */
  open(runtime: BrowserRuntime): Promise<number>;
  /**
   * A frame of 1280 x 720 pixels with a zone, read again and again by each runtime in turn.
   *
   * @throws Error when they do not read the same
   */
  readFrames(count: number): Promise<Record<BrowserRuntime, FrameSummary>>;
  runNetwork(runtime: BrowserRuntime, network: NetworkName, dims: readonly number[], runs: number): Promise<number[]>;
  /** A layer alone, with onnxruntime-web. */
  runLayer(model: LayerModel, runs: number): Promise<number[]>;
  /**
   * From opening the reader to its answer to the first frame, in a fresh worker each time.
   *
   * @param cameraMs how long after the reader the camera is open, milliseconds
   */
  firstFrames(count: number, cameraMs: number): Promise<FirstFrames>;
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('../../packages/reader-web/test/runtimes/', import.meta.url));

export async function openChromium(): Promise<Chromium> {
  const opened = await openPage(await buildPage(root));
  const { page, server } = opened;
  server.files.set('frame.jpg', await drawFrame({ document: 'passport', width: 900, angle: 3 }));
  return {
    version: page.context().browser()?.version() ?? '',
    open: (runtime) => page.evaluate((name) => runtimesPage.open(name), runtime),
    readFrames: async (count) => {
      const results = await page.evaluate(([names, frames]) => runtimesPage.readFrames(names, 'frame.jpg', frames), [
        [...browserRuntimes],
        count,
      ] as const);
      const lines = new Set(Object.values(results).map((result) => result.lines.join('\n')));
      if (lines.size !== 1 || lines.has('')) throw new Error(`The runtimes read different lines: ${[...lines].join(' / ')}`);
      const summarise = (times: readonly FrameTimes[]): FrameSummary => ({
        searched: summariseTimes(times.map(({ searched_ms }) => searched_ms)),
        tracked: summariseTimes(times.map(({ tracked_ms }) => tracked_ms)),
      });
      return Object.fromEntries(Object.entries(results).map(([name, { times }]) => [name, summarise(times)])) as Record<
        BrowserRuntime,
        FrameSummary
      >;
    },
    runNetwork: (runtime, network, dims, runs) =>
      page.evaluate(([r, n, d, count]) => runtimesPage.runNetwork(r, n, d, count), [runtime, network, [...dims], runs] as const),
    runLayer: async ({ bytes, dims }, runs) => {
      server.files.set('layer.onnx', bytes);
      return await page.evaluate(([d, count]) => runtimesPage.runModel('layer.onnx', d, count), [[...dims], runs] as const);
    },
    firstFrames: measureFirstFrames,
    close: opened.close,
  };
}

/** Each in a browser of its own: nothing is compiled yet. */
async function measureFirstFrames(count: number, cameraMs: number): Promise<FirstFrames> {
  const built = await buildPage(root);
  const opens: number[] = [];
  const frames: number[] = [];
  let memory = 0;
  for (let round = 0; round < count; round++) {
    const opened: OpenedPage = await openPage(built);
    opened.server.files.set('frame.jpg', await drawFrame({ document: 'passport', width: 900, angle: 3 }));
    const before = rendererMemory(process.pid);
    const { open_ms, frame_ms, zones } = await opened.page.evaluate((ms) => runtimesPage.firstFrame('frame.jpg', ms), cameraMs);
    memory = Math.max(memory, rendererMemory(process.pid) - before);
    if (zones !== 1) throw new Error('The first frame was not read.');
    opens.push(open_ms);
    frames.push(frame_ms);
    await opened.close();
  }
  const both = opens.map((ms, index) => ms + frames[index]!);
  return {
    open_ms: summariseTimes(opens),
    frame_ms: summariseTimes(frames),
    both_ms: summariseTimes(both),
    memory_mib: Math.round(memory),
  };
}
