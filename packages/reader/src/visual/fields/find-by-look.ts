import type { MrzDocument } from '@ocr-web/mrz';
import type { TextReading } from '../recognise/text-reading.ts';
import { fitShape, numberShapes } from '../tables/number-shapes.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import type { PageLines } from './lines/page-lines.ts';

/** A height with its unit, or in metres, is one wherever it stands. */
const heightLook = /^([12][.,]\d\d ?m?|1\d\d ?cm)\.?$/i;
/** The number that opens a card's chip (ICAO 9303-11, 4.4): six digits alone. */
const accessLook = /^\d{6}$/;
/** Letters and digits that only the number of a document mixes. */
const documentLook = /^(?=(?:.*\d){5})[A-Z]{1,3}[A-Z\d]{6,8}$/;
/** Ten to thirteen digits, in groups; some have a letter at their end. */
const personLook = /(?<![\p{L}\d])(\d[\d .+/-]{8,16}[\dA-Z]{1,4})(?![\p{L}\d])/u;
/** By its look alone a value is believed no more than this. */
const mostByLook = 0.8;
/** A number that says the day of birth says it of the person. */
const mostByBirth = 0.9;
const minConfidence = 0.8;
const minOfNumber = 0.3;
/** A long number that says the day of birth is one even where a digit is not sure. */
const minOfBirth = 0.15;

/** The height where no label tells it. */
export function findHeight(lines: PageLines): FoundValue | undefined {
  return findAlone(heightLook, lines) ?? findHeightAtEnd(lines);
}

/** `10. Height 1,82`: behind a label that is hardly legible. */
const heightAtEnd = /\p{L}{4}[.:]? ([12][.,]\d\d(?: ?m)?)\.?$/u;
function findHeightAtEnd(lines: PageLines): FoundValue | undefined {
  for (const reading of lines.readings) {
    const match = heightAtEnd.exec(reading.text.trimEnd());
    if (!match) continue;
    const from = match.index + match[0].indexOf(match[1]!);
    const characters = reading.characters.slice(from, from + match[1]!.length);
    const sure = characters.reduce((product, { confidence }) => product * confidence, 1);
    if (sure >= minOfNumber)
      return {
        value: match[1]!,
        confidence: mostByLook * sure,
        stretches: [{ reading, from: characters[0]!.from, to: characters.at(-1)!.to }],
      };
  }
  return undefined;
}

/** The card access number of a card of the size of a TD1, or of one whose front shows no zone. */
export function findCardAccessNumber(document: MrzDocument | undefined, lines: PageLines): FoundValue | undefined {
  return document === undefined || document.format === 'TD1' ? findAlone(accessLook, lines) : undefined;
}

/** The number of a document whose zone is not shown. */
export function findDocumentNumber(lines: PageLines): FoundValue | undefined {
  return findAlone(documentLook, lines);
}

/**
 * A person's number that no label names: of a known shape, or with the day of birth in it, as most
 * national numbers are made.
 */
export function findPersonalNumber(birth: Day | undefined, lines: PageLines): FoundValue | undefined {
  for (const reading of lines.free()) {
    for (const shape of numberShapes) {
      const fitted = fitShape(reading.text, shape);
      if (fitted !== undefined && reading.confidence >= minConfidence)
        return { ...valueOfLines([reading], mostByLook * reading.confidence), value: fitted };
    }
    const match = birth && personLook.exec(reading.text);
    if (!match || !says(match[1]!, birth)) continue;
    const characters = reading.characters.slice(match.index, match.index + match[0].length);
    const sure = characters.reduce((product, { character, confidence }) => product * (character === ' ' ? 1 : confidence), 1);
    if (sure < minOfBirth) continue;
    const stretches = [{ reading, from: characters[0]!.from, to: characters.at(-1)!.to }];
    return { value: match[1]!.trim(), confidence: mostByBirth * sure, stretches };
  }
  return undefined;
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

const two = (value: number) => String(value).padStart(2, '0');

/**
 * Whether a number begins with a day: in two or four digits of the year, in either order, behind a
 * digit for sex and century, or of three of the year as in the Balkans. Months and days of women
 * and of foreigners are counted on from 20, 40, 50 or 70.
 */
function says(number: string, { year, month, day }: Day): boolean {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 9 || digits.length > 13) return false;
  const months = [0, 20, 40, 50, 70].map((more) => two(month + more));
  const days = [day, day + 40].map(two);
  const years = [two(year % 100), String(year), String(year).slice(1)];
  return months.some((mm) =>
    days.some((dd) =>
      years.some((yy) => digits.startsWith(yy + mm + dd) || digits.startsWith(dd + mm + yy) || digits.slice(1).startsWith(yy + mm + dd)),
    ),
  );
}

/** The only line that looks like this; of several none can be told. */
function findAlone(look: RegExp, lines: PageLines): FoundValue | undefined {
  const found = lines.free().filter(({ text, confidence }) => confidence >= minConfidence && look.test(text.trim()));
  const texts = new Set(found.map(({ text }) => text.trim()));
  return texts.size === 1 ? valueOfLines([found[0] as TextReading], mostByLook * found[0]!.confidence) : undefined;
}
