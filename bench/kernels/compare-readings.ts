import type { Reading } from '@ocr-web/reader';
import { type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import { sureScore } from '../reader/summarise.ts';

export type ParityPicture = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lines of each zone that is printed; undefined where nobody wrote them down. */
  readonly printed?: readonly (readonly string[])[];
};

/** What of a reading both runtimes have to agree on. */
type Said = { readonly lines: readonly (readonly string[])[]; readonly scores: readonly number[]; readonly hints: readonly string[] };

/** A picture of which the two said something else. */
export type ParityDifference = { readonly picture: string; readonly onnxruntime_node: Said; readonly kernels: Said };

/** How many readings of a set of pictures are the same. */
export type ParityRow = {
  readonly name: string;
  readonly machine: string;
  readonly pictures: number;
  readonly with_zone: number;
  /** Pictures of which either runtime is sure. */
  readonly sure: number;
  readonly same_lines: number;
  readonly same_scores: number;
  readonly same_hints: number;
  readonly sure_and_different: number;
  /** Of pictures whose print is known: sure of something else, with each runtime. */
  readonly sure_and_wrong?: { readonly onnxruntime_node: number; readonly kernels: number };
  readonly differences: readonly ParityDifference[];
};

/** What reads with the one and with the other. */
export type ParityTools = { readonly onnx: ReaderTools; readonly kernels: ReaderTools };

const today = '2026-11-29';

/** Reads each picture with both runtimes; pictures that cannot be decoded are an error. */
export async function compareReadings(
  { name, machine }: Pick<ParityRow, 'name' | 'machine'>,
  pictures: AsyncIterable<ParityPicture> | Iterable<ParityPicture>,
  { onnx, kernels }: ParityTools,
): Promise<ParityRow> {
  const count = { pictures: 0, with_zone: 0, sure: 0, same_lines: 0, same_scores: 0, same_hints: 0, sure_and_different: 0 };
  const wrong = { onnxruntime_node: 0, kernels: 0 };
  const differences: ParityDifference[] = [];
  let arePrinted = true;
  for await (const { name: picture, bytes, printed } of pictures) {
    const one = sayOf(await readPicture(bytes, onnx, { today }));
    const other = sayOf(await readPicture(bytes, kernels, { today }));
    const isSure = isSureOf(one) || isSureOf(other);
    const [lines, scores, hints] = [isSame(one.lines, other.lines), isSame(one.scores, other.scores), isSame(one.hints, other.hints)];
    const with_zone = one.lines.length > 0;
    const facts = { pictures: true, with_zone, sure: isSure, same_lines: lines, same_scores: scores, same_hints: hints };
    addFacts(count, { ...facts, sure_and_different: isSure && !lines });
    if (!(lines && scores && hints)) differences.push({ picture, onnxruntime_node: one, kernels: other });
    arePrinted &&= printed !== undefined;
    addFacts(wrong, { onnxruntime_node: isSureAndWrong(one, printed), kernels: isSureAndWrong(other, printed) });
  }
  return { name, machine, ...count, ...(arePrinted ? { sure_and_wrong: wrong } : {}), differences };
}

function addFacts<Name extends string>(counts: Record<Name, number>, facts: Readonly<Record<Name, boolean>>): void {
  for (const [name, holds] of Object.entries(facts) as [Name, boolean][]) counts[name] += holds ? 1 : 0;
}

function sayOf({ zones, hints }: Reading): Said {
  return { lines: zones.map((zone) => zone.lines), scores: zones.map(({ score }) => score), hints: hints.map(({ code }) => code) };
}

function isSureOf({ scores }: Said): boolean {
  return scores.some((score) => score >= sureScore);
}

function isSureAndWrong({ lines, scores }: Said, printed: ParityPicture['printed'] = []): boolean {
  return lines.some((zone, index) => scores[index]! >= sureScore && !printed.some((one) => isSame(one, zone)));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
