import { createScratch, type Models } from '@ocr-web/reader/engine';
import { createBitmapRowReader } from '../../src/decode/read-bitmap-rows.ts';
import { openWebReader } from '../../src/index.ts';
import { readFrame } from '../../src/worker/read-frame.ts';
import { openKernels } from './kernels-in-page.ts';
import { openOnnxRuntimeWeb, timeModel } from './onnx-runtime-web.ts';
import type { BrowserRuntime, FrameTimes, RuntimesPage } from './runtimes-page-api.ts';

const opened = new Map<BrowserRuntime, Models>();
const readRows = createBitmapRowReader();
const scratch = createScratch();
const today = '2026-11-29';

const fetchFile = async (name: string) => await (await fetch(`/files/${encodeURIComponent(name)}`)).blob();

/** Reads a frame as the scanner does: first all of it, then where the zone was. */
async function readTwice(models: Models, file: Blob): Promise<{ readonly lines: readonly string[]; readonly times: FrameTimes }> {
  const tools = { models, scratch, readRows };
  const first = await createImageBitmap(file);
  const second = await createImageBitmap(file);
  const start = performance.now();
  const searched = await readFrame(first, tools, { passes: 'coarse', today });
  const between = performance.now();
  const expectedAt = searched.detected.map(({ quad }) => quad);
  const tracked = await readFrame(second, tools, { passes: 'coarse', expectedAt, today });
  const times = { searched_ms: between - start, tracked_ms: performance.now() - between };
  first.close();
  second.close();
  return { lines: tracked.zones[0]?.lines ?? [], times };
}

const page: RuntimesPage = {
  open: async (runtime) => {
    const start = performance.now();
    opened.set(runtime, runtime === 'onnxruntime-web' ? await openOnnxRuntimeWeb() : await openKernels(runtime));
    return performance.now() - start;
  },
  readFrames: async (runtimes, name, count) => {
    const file = await fetchFile(name);
    const results = runtimes.map((runtime): [BrowserRuntime, { lines: readonly string[]; times: FrameTimes[] }] => [
      runtime,
      { lines: [], times: [] },
    ]);
    for (let frame = 0; frame < count; frame++) {
      for (const [runtime, result] of results) {
        const { lines, times } = await readTwice(opened.get(runtime)!, file);
        result.lines = lines;
        result.times.push(times);
      }
    }
    return Object.fromEntries(results);
  },
  runNetwork: async (runtime, network, dims, runs) => {
    const data = Float32Array.from({ length: dims.reduce((product, side) => product * side, 1) }, (_, at) => ((at * 97) % 251) / 250);
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await opened.get(runtime)![network].run({ data, dims });
      times.push(performance.now() - start);
    }
    return times;
  },
  runModel: async (name, dims, runs) => timeModel(new Uint8Array(await (await fetchFile(name)).arrayBuffer()), dims, runs),
  firstFrame: async (name, cameraMs) => {
    const file = await fetchFile(name);
    const start = performance.now();
    const reader = await openWebReader();
    const open = performance.now();
    await new Promise((resolve) => setTimeout(resolve, cameraMs));
    const bitmap = await createImageBitmap(file);
    const shown = performance.now();
    const { zones } = await reader.readFrame(bitmap, { passes: 'coarse' });
    // Left open: what it takes of memory is measured afterwards.
    return { open_ms: open - start, frame_ms: performance.now() - shown, zones: zones.length };
  },
};
globalThis.runtimesPage = page;
