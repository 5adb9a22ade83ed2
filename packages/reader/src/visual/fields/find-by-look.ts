import type { MrzDocument } from '@ocr-web/mrz';
import { type FoundValue, valueOfLines } from './found-value.ts';
import type { PageLines } from './page-lines.ts';

/** A height with its unit, or in metres, is one wherever it stands. */
const heightLook = /^(1[.,]\d\d ?m?|1\d\d ?cm)\.?$/i;
/** The number that opens a card's chip (ICAO 9303-11, 4.4): six digits alone. */
const accessLook = /^\d{6}$/;
/** By its look alone a value is believed no more than this. */
const mostByLook = 0.8;
const minConfidence = 0.8;

/** The height where no label tells it. */
export function findHeight(lines: PageLines): FoundValue | undefined {
  return findAlone(heightLook, lines);
}

/** The card access number of a card of the size of a TD1. */
export function findCardAccessNumber(document: MrzDocument | undefined, lines: PageLines): FoundValue | undefined {
  return document?.format === 'TD1' ? findAlone(accessLook, lines) : undefined;
}

/** The only line that looks like this; of several none can be told. */
function findAlone(look: RegExp, lines: PageLines): FoundValue | undefined {
  const found = lines.free().filter(({ text, confidence }) => confidence >= minConfidence && look.test(text.trim()));
  const texts = new Set(found.map(({ text }) => text.trim()));
  return texts.size === 1 ? valueOfLines([found[0]!], mostByLook * found[0]!.confidence) : undefined;
}
