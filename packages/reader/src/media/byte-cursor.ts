import { type InspectionBudget, StructureError } from './inspection-budget.ts';

/**
 * How far from the end of a file its end marker may lie: what follows it may be the video of a
 * motion photo. Bounds the time of the search.
 */
const tailBytes = 2 * 2 ** 20;

/** Says that a file ends before what it announced. */
export class EndOfFileError extends Error {}

/**
 * A position in the bytes of a file that nobody vouches for. Every step moves forward, leads to a
 * place where the cursor has not been, or throws; every step counts against a budget. No bytes are
 * copied.
 *
 * All methods throw EndOfFileError for what lies beyond the end, and StructureError for a step back
 * and when the budget is used up.
 */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #budget: InspectionBudget;
  readonly #visited = new Set<number>();
  #position = 0;
  /** Of all numbers that are read. */
  byteOrder: 'big-endian' | 'little-endian' = 'big-endian';

  constructor(bytes: Uint8Array, budget: InspectionBudget) {
    this.#bytes = bytes;
    this.#budget = budget;
  }

  get position(): number {
    return this.#position;
  }

  get length(): number {
    return this.#bytes.length;
  }

  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  readUint8(): number {
    return this.#readUint(1);
  }

  readUint16(): number {
    return this.#readUint(2);
  }

  readUint24(): number {
    return this.#readUint(3);
  }

  readUint32(): number {
    return this.#readUint(4);
  }

  /** Exact up to 2^53; no file is longer. */
  readUint64(): number {
    return this.#readUint(8);
  }

  readInt32(): number {
    return this.#readUint(4) | 0;
  }

  skip(bytes: number): void {
    this.skipTo(this.#position + bytes);
  }

  skipTo(position: number): void {
    if (position < this.#position) throw new StructureError('one of its parts ends before it begins.');
    this.#moveTo(position);
  }

  /** Counts a part of a file whose parts follow one another. */
  beginPart(): void {
    this.#budget.spendPart();
  }

  /**
   * Goes to a part of a file whose parts say where the next one lies.
   *
   * @returns false without going there when the cursor has gone to this part before: the parts lead
   *   round in circles
   */
  jumpToPart(position: number): boolean {
    this.#budget.spendPart();
    if (this.#visited.has(position)) return false;
    this.#visited.add(position);
    this.#moveTo(position);
    return true;
  }

  /**
   * Whether a marker lies between here and the end of the file, at most 2 MiB before that end.
   * Stays where it is.
   */
  hasMarkerAhead(marker: Uint8Array): boolean {
    this.#budget.spendStep();
    const from = Math.max(this.#position, this.#bytes.length - tailBytes);
    for (let start = this.#bytes.length - marker.length; start >= from; start -= 1) {
      if (this.#startsWith(marker, start)) return true;
    }
    return false;
  }

  #startsWith(marker: Uint8Array, start: number): boolean {
    for (let index = 0; index < marker.length; index += 1) {
      if (this.#bytes[start + index] !== marker[index]) return false;
    }
    return true;
  }

  #readUint(count: number): number {
    const start = this.#position;
    this.#moveTo(start + count);
    const isLittleEndian = this.byteOrder === 'little-endian';
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      value = value * 256 + this.#bytes[start + (isLittleEndian ? count - 1 - index : index)]!;
    }
    return value;
  }

  #moveTo(position: number): void {
    this.#budget.spendStep();
    // The comparison is true for a number only, and for none that is NaN.
    if (!(position <= this.#bytes.length)) throw new EndOfFileError(`The file ends before byte ${position}.`);
    this.#position = position;
  }
}

/**
 * The number that four characters of Latin-1 make as big-endian bytes: what many formats name their
 * boxes and chunks by.
 */
export function fourCharacterCode(text: string): number {
  return [...text].reduce((code, character) => code * 256 + character.charCodeAt(0), 0);
}
