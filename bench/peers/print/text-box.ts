import { classOf, type TextReading } from '@ocr-web/reader/engine';
import { type LaidLine, layLines } from '../../../packages/reader/test/visual/lay-lines.ts';

/** A line of text that a peer read, its box in pixels of the picture: left, top, right, bottom. */
export type TextBox = {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: readonly [number, number, number, number];
};

/** Of a box's height, what capitals take, and what lies below their feet. */
const capShare = 0.7;
const footShare = 0.15;
/** More fillers than print for people has: the zone, which our rules look for elsewhere. */
const zoneFillers = 3;

/**
 * What a peer read as our rules for fields take it: each character as sure as its line, at its
 * place in the box. Signs that our alphabet lacks are left out.
 */
export function toReadings(boxes: readonly TextBox[]): TextReading[] {
  const print = boxes.filter(({ text }) => (text.match(/[<«]/g)?.length ?? 0) < zoneFillers);
  return print
    .flatMap(({ text, confidence, box: [left, top, right, bottom] }) => {
      const known = [...text.normalize('NFC')].filter((character) => classOf(character) !== undefined).join('');
      if (known.trim() === '') return [];
      const height = bottom - top;
      const laid: LaidLine = [known, left, bottom - footShare * height, capShare * height];
      const [reading] = layLines([laid], Math.min(0.9999, Math.max(0.05, confidence)));
      const { line } = reading!;
      return [{ ...reading!, line: { ...line, right }, pixelsPerStep: (right - left) / reading!.scores.steps }];
    })
    .sort((a, b) => a.line.baseLine - b.line.baseLine);
}
