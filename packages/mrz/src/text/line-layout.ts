import type { Format } from '../formats/format.ts';
import { formats } from '../generated/formats.ts';

/** One line of a format, as far as its size goes. */
export interface LineShape {
  readonly length: number;
  /** The first column from which on every character may be a filler. */
  readonly paddable: number;
}

/** The lines that formats of equal size have. */
export interface LineLayout {
  readonly lines: readonly LineShape[];
  /** All lines together. */
  readonly length: number;
  /**
   * For each line how it begins in the formats that have their head there; undefined for others.
   */
  readonly heads: readonly (readonly string[] | undefined)[];
}

/** The layouts of all formats, each once. */
export const lineLayouts: readonly LineLayout[] = /* @__PURE__ */ groupByLengths();

function groupByLengths(): LineLayout[] {
  const groups = new Map<string, Format[]>();
  for (const format of formats) {
    const key = format.lineLengths.join();
    groups.set(key, [...(groups.get(key) ?? []), format]);
  }
  return [...groups.values()].map((group) => {
    const lines = (group[0] as Format).lineLengths.map((length, line) => ({
      length,
      paddable: Math.min(...group.map((format) => firstPaddable(format, line, length))),
    }));
    return { lines, length: lines.reduce((sum, { length }) => sum + length, 0), heads: lines.map((_, line) => headsOf(group, line)) };
  });
}

function headsOf(group: readonly Format[], line: number): readonly string[] | undefined {
  const begin = group.filter(({ heads }) => heads.line === line).flatMap(({ heads }) => heads.begin);
  return begin.length === 0 ? undefined : begin;
}

function firstPaddable(format: Format, line: number, length: number): number {
  let column = length;
  while (column > 0 && format.alphabets[line]?.[column - 1]?.includes('<')) column--;
  return column;
}
