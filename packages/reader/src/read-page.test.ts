import { describe, expect, it } from 'vitest';
import { drawLineCores } from '../test/draw-line-cores.ts';
import { lineCoreNetwork } from '../test/line-core-network.ts';
import { singlePlane } from '../test/single-plane.ts';
import { createScratch } from './image/scratch.ts';
import { stripGeometry } from './mrz/line-strips.ts';
import { alphabet, classCount } from './mrz/recognise/line-logits.ts';
import { readPage } from './read-page.ts';
import type { Network } from './runtime/network.ts';

// ICAO Doc 9303-4, appendix B: the specimen passport of Utopia.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const today = '2026-11-23';
const frame = singlePlane(drawLineCores(1000, 700, [{ length: 46, lines: [0, 2.6], frame: [16, 0, 120, 0, 16, 400, 0, 0, 1] }]));

/**
 * Reads the passport on whatever strips it gets, its characters evenly spaced between their
 * margins.
 */
const passportRecogniser: Network = {
  run({ dims: [lines = 0, , , width = 0] }) {
    const steps = width / 4;
    const logProbs = new Float32Array(lines * steps * classCount).fill(Math.log(1e-9));
    for (let line = 0; line < lines; line++) {
      for (let step = 0; step < steps; step++) logProbs[(line * steps + step) * classCount] = Math.log(1e-6);
      const text = passport[line]!;
      const pitch = (width - 2 * stripGeometry.margin) / text.length / 4;
      const named = new Map([...text].map((character, k) => [Math.floor(stripGeometry.margin / 4 + (k + 0.5) * pitch), character]));
      for (let step = 0; step < steps; step++) {
        const character = named.get(step);
        const c = character === undefined ? 0 : alphabet.indexOf(character) + 1;
        logProbs[(line * steps + step) * classCount + c] = Math.log(0.99999);
      }
    }
    return Promise.resolve({ data: logProbs, dims: [lines, steps, classCount] });
  },
};

/**
 * Tools that note which network ran, and call `onRun` before each run with the number of runs so
 * far.
 */
function countingTools(onRun: (runs: number) => void = () => undefined) {
  const runs: string[] = [];
  const count = (name: string, network: Network): Network => ({
    run(input) {
      onRun(runs.length);
      runs.push(name);
      return network.run(input);
    },
  });
  const models = { detector: count('detector', lineCoreNetwork), recogniser: count('recogniser', passportRecogniser) };
  return { runs, tools: { models, scratch: createScratch() } };
}

describe('readPage', () => {
  it('reads a frame and returns the log probabilities of its lines beside what they say', async () => {
    const { tools } = countingTools();
    const { width, height, zones, detected, issues } = await readPage(frame, tools, { today, page: 3 });
    expect({ width, height, issues, zones: zones.map(({ lines, page }) => ({ lines, page })) }).toEqual({
      ...{ width: 1000, height: 700, issues: [] },
      zones: [{ lines: passport, page: 3 }],
    });
    expect(detected.map(({ reading }) => reading?.zone)).toEqual(zones);
    const steps = detected[0]?.logits[0]?.steps ?? 0;
    expect(steps).toBeGreaterThan(200);
    expect(detected[0]?.logits.map(({ logProbs, ...shape }) => ({ ...shape, values: logProbs.length }))).toEqual([
      { steps, classes: classCount, values: steps * classCount },
      { steps, classes: classCount, values: steps * classCount },
    ]);
  });

  it('runs each network once where the frame before showed the zone', async () => {
    const first = countingTools();
    const { zones } = await readPage(frame, first.tools, { today });
    const second = countingTools();
    const again = await readPage(frame, second.tools, { today, expectedAt: zones.map(({ quad }) => quad) });
    expect(again.zones.map(({ lines }) => lines)).toEqual([passport]);
    expect([first.runs, second.runs]).toEqual([
      ['detector', 'detector', 'recogniser'],
      ['detector', 'recogniser'],
    ]);
  });

  it.each([0, 1, 2])('begins nothing after an abort during run %i', async (last) => {
    const controller = new AbortController();
    const { runs, tools } = countingTools((count) => count === last && controller.abort(new Error('another frame')));
    await expect(readPage(frame, tools, { today, signal: controller.signal })).rejects.toThrow('another frame');
    expect(runs).toHaveLength(last + 1);
  });

  it('begins nothing once it is aborted', async () => {
    const { runs, tools } = countingTools();
    const planes = { ...frame, planeAtLeast: () => Promise.reject(new Error('pixels were asked for')) };
    await expect(readPage(planes, tools, { today, signal: AbortSignal.abort(new Error('late')) })).rejects.toThrow('late');
    expect(runs).toEqual([]);
  });
});
