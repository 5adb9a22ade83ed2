import { describe, expect, it } from 'vitest';
import { singlePlane } from '../../../test/single-plane.ts';
import { createScratch } from '../../image/scratch.ts';
import type { Network } from '../../runtime/network.ts';
import { startStageClock } from '../../stage-clock.ts';
import { stripGeometry } from '../line-strips.ts';
import { alphabet, classCount } from '../recognise/line-logits.ts';
import { outlineZone, type TracedZone } from '../traced-zone.ts';
import { readZone } from './read-zone.ts';

// ICAO Doc 9303-4, appendix B: the specimen passport of Utopia.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const glyphHeight = 18;
const pitch = 1.055;

/** Glyphs of 18 pixels, so that a pixel of the picture is one of the strips. */
function zoneFrom(start: number, end: number): TracedZone {
  const frame = [glyphHeight, 0, 40, 0, glyphHeight, 60, 0, 0, 1] as const;
  const lines = [0, 2.6].map((v) => ({ centreline: { coefficients: [v], centre: 0, halfSpan: 1 }, height: 1, start, end }));
  return { quad: outlineZone(lines, frame), rotation_deg: 0, glyphHeight_px: glyphHeight, frame, lines, evidence: 1, fitsLayout: true };
}

/**
 * Reads what of some lines lies in its strips.
 *
 * @param widths is told how wide they are, pixels
 */
function recogniserOf(lines: readonly string[], startOf: (run: number) => number, widths: number[]): Network {
  return {
    run: ({ dims: [count = 0, , , width = 0] }) => {
      const left = startOf(widths.length) * glyphHeight - stripGeometry.margin;
      widths.push(width);
      const steps = width / 4;
      const data = new Float32Array(count * steps * classCount).fill(Math.log(1e-9));
      for (let line = 0; line < count; line++) {
        for (let step = 0; step < steps; step++) data[(line * steps + step) * classCount] = 0;
        [...lines[line]!].forEach((character, column) => {
          const step = Math.round(((column + 0.5) * pitch * glyphHeight - left) / 4) - 1;
          if (step < 0 || step >= steps) return;
          const at = (line * steps + step) * classCount;
          data[at] = Math.log(1e-9);
          data[at + alphabet.indexOf(character) + 1] = 0;
        });
      }
      return Promise.resolve({ data, dims: [count, steps, classCount] });
    },
  };
}

const blindDetector: Network = { run: () => Promise.reject(new Error('The detector is not asked.')) };

async function read(lines: readonly string[], zone: TracedZone, startOf: (run: number) => number) {
  const widths: number[] = [];
  const plane = { data: new Uint8Array(1000 * 200).fill(200), width: 1000, height: 200 };
  const tools = { models: { detector: blindDetector, recogniser: recogniserOf(lines, startOf, widths) }, scratch: createScratch() };
  const { reading, traced } = await readZone(singlePlane(plane), zone, 0, tools, { today: '2026-11-23' }, startStageClock());
  const [line] = traced.lines;
  return { lines: reading?.zone.lines, score: reading?.zone.score, runs: widths.length, from: line!.start / pitch, to: line!.end / pitch };
}

it.each([
  ['lines traced whole are read once', 0, 44, 1],
  ['lines that lost their ends are followed to them', 0, 35, 2],
  ['and those that lost more than one step of it', 0, 24, 3],
  ['lines that lost their starts are followed to these', 8, 44, 2],
])('%s', async (_, first, last, runs) => {
  const steps = (run: number) => first * pitch - (first > 0 ? 12 * run : 0);
  const seen = await read(passport, zoneFrom(first * pitch, last * pitch), steps);
  expect(seen).toMatchObject({ lines: passport, score: 100, runs });
  expect([seen.from, seen.to].map(Math.round)).toEqual([0, 44]);
});

it('a visa that proves itself with short lines is followed to the ends of long ones', async () => {
  const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<<<<<<<<<'];
  const seen = await read(visa, zoneFrom(0, 34.9 * pitch), () => 0);
  expect({ ...seen, from: Math.round(seen.from), to: Math.round(seen.to) }).toEqual({ lines: visa, score: 100, runs: 2, from: 0, to: 44 });
});

it('what lies beyond counts only if check digits then prove the document', async () => {
  const wrong = [passport[0]!, passport[1]!.replace('<10', '<19')];
  const cut = zoneFrom(0, 36 * pitch);
  const { lines, to } = await read(wrong, cut, () => 0);
  expect(lines?.map((text) => text.length)).not.toEqual([44, 44]);
  expect(to).toBeCloseTo(36, 6);
});

/** The same recogniser, which doubts a character of the name where `isDoubtful` says so. */
function doubting(recogniser: Network, isDoubtful: (run: number) => boolean): Network {
  let runs = 0;
  return {
    run: async (input) => {
      const answer = await recogniser.run(input);
      const at = answer.data.indexOf(
        0,
        answer.data.findIndex((value, index) => value === 0 && index % classCount === alphabet.indexOf('K') + 1),
      );
      if (isDoubtful(runs++)) {
        answer.data[at] = Math.log(0.6);
        answer.data[at + 1] = Math.log(0.4);
      }
      return answer;
    },
  };
}

describe('a reading that leaves doubts', () => {
  const readDoubtful = async (isDoubtful: (run: number) => boolean, furtherLooks: boolean) => {
    const widths: number[] = [];
    const recogniser = doubting(
      recogniserOf(passport, () => 0, widths),
      isDoubtful,
    );
    const plane = { data: new Uint8Array(1000 * 200).fill(200), width: 1000, height: 200 };
    const tools = { models: { detector: blindDetector, recogniser }, scratch: createScratch() };
    const zone = zoneFrom(0, 44 * pitch);
    const { reading } = await readZone(singlePlane(plane), zone, 0, tools, { today: '2026-11-23', furtherLooks }, startStageClock());
    return { lines: reading?.zone.lines, isSure: (reading?.zone.score ?? 0) >= 95, runs: widths.length };
  };

  it('is followed by further looks until one is certain', async () => {
    expect(await readDoubtful((run) => run < 3, true)).toEqual({ lines: passport, isSure: true, runs: 4 });
  });

  it('remains where three of them in a row bring nothing', async () => {
    expect(await readDoubtful(() => true, true)).toEqual({ lines: passport, isSure: false, runs: 4 });
  });

  it('is the answer where no further look is asked for, as of a video frame', async () => {
    expect(await readDoubtful((run) => run < 1, false)).toEqual({ lines: passport, isSure: false, runs: 1 });
  });

  it('is read in even light where a shadow lies across it', async () => {
    const recogniser = recogniserOf(passport, () => 0, []);
    const isLit: boolean[] = [];
    const shaded: Network = {
      run: (input) => {
        isLit.push(input.data.reduce((sum, value) => sum + value, 0) / input.data.length > 0.8);
        return doubting(recogniser, () => !isLit.at(-1)).run(input);
      },
    };
    const emptyDetector: Network = {
      run: ({ dims: [, , height = 0, width = 0] }) =>
        Promise.resolve({ data: new Float32Array((3 * height * width) / 16), dims: [1, 3, height / 4, width / 4] }),
    };
    const plane = { data: new Uint8Array(1000 * 200).fill(200), width: 1000, height: 200 };
    for (let y = 0; y < 200; y++) plane.data.fill(60, y * 1000, y * 1000 + 400);
    const tools = { models: { detector: emptyDetector, recogniser: shaded }, scratch: createScratch() };
    const options = { today: '2026-11-23', furtherLooks: true };
    const { reading } = await readZone(singlePlane(plane), zoneFrom(0, 44 * pitch), 0, tools, options, startStageClock());
    expect({ lines: reading?.zone.lines, score: reading?.zone.score, isLit }).toEqual({
      lines: passport,
      score: 100,
      isLit: [false, true],
    });
  });
});
