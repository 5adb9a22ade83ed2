import { malformedForm } from './malformed-form.ts';
import { type PartHead, parsePartHead } from './parse-part-head.ts';

/** Hears of the parts of a form in their order. What one of these throws ends the parsing. */
export type PartHandler = {
  readonly onPart: (head: PartHead) => void;
  /** A piece of the part's content. It shares its memory with what was written. */
  readonly onContent: (piece: Buffer) => void;
  readonly onPartEnd: () => void;
};

/**
 * Most bytes of the headers of one part, and of what stands before the first delimiter or behind
 * the last one.
 */
const maxOverheadBytes = 8192;

const lineBreak = Buffer.from('\r\n');
const emptyLine = Buffer.from('\r\n\r\n');

/**
 * Parses `multipart/form-data` (RFC 2046, section 5.1, and RFC 7578) while it arrives.
 *
 * The work is linear in the bytes: delimiters are looked for by `Buffer.indexOf`, content is passed
 * on without being copied, and no more than the headers of one part or the beginning of a delimiter
 * is kept between two writes. How many parts there may be is the handler's to say, who is asked
 * before any content of a part is looked at.
 */
export class MultipartParser {
  readonly #delimiter: Buffer;
  readonly #handler: PartHandler;
  #step: (data: Buffer) => Buffer = this.#skipPreamble;
  /** The line break of a delimiter is part of it (RFC 2046), and the first one may have none. */
  #pending: Buffer = lineBreak;
  #ignored = 0;

  constructor(boundary: string, handler: PartHandler) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
    this.#handler = handler;
  }

  /**
   * @throws ServiceError `body.malformed`, and whatever the handler throws. Nothing may be written
   *   after that.
   */
  write(chunk: Buffer): void {
    let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (let left = -1; left !== data.length; ) {
      left = data.length;
      data = this.#step(data);
    }
    this.#pending = data;
  }

  /** @throws ServiceError `body.malformed` when the last delimiter has not come */
  end(): void {
    if (this.#step !== this.#skipEpilogue) throw malformedForm();
  }

  // Each step takes what it can from the beginning of the data and returns the rest.

  #skipPreamble(data: Buffer): Buffer {
    const at = data.indexOf(this.#delimiter);
    if (at < 0) return this.#ignore(data, this.#startOfDelimiter(data));
    this.#step = this.#readDelimiter;
    return this.#ignore(data, at).subarray(this.#delimiter.length);
  }

  #readDelimiter(data: Buffer): Buffer {
    if (data.length < 2) return data;
    const isLast = data[0] === 0x2d && data[1] === 0x2d;
    this.#ignored = 0;
    this.#step = isLast ? this.#skipEpilogue : this.#readHead;
    return isLast ? this.#step(data.subarray(2)) : this.#step(data);
  }

  #readHead(data: Buffer): Buffer {
    const end = data.indexOf(emptyLine);
    if (end > maxOverheadBytes || (end < 0 && data.length > maxOverheadBytes)) {
      throw malformedForm(`the headers of a part may have at most ${maxOverheadBytes} bytes.`);
    }
    if (end < 0) return data;
    this.#handler.onPart(parsePartHead(data.subarray(0, end)));
    this.#step = this.#readContent;
    return data.subarray(end + emptyLine.length);
  }

  #readContent(data: Buffer): Buffer {
    const at = data.indexOf(this.#delimiter);
    const end = at < 0 ? this.#startOfDelimiter(data) : at;
    if (end > 0) this.#handler.onContent(data.subarray(0, end));
    if (at < 0) return data.subarray(end);
    this.#handler.onPartEnd();
    this.#step = this.#readDelimiter;
    return data.subarray(at + this.#delimiter.length);
  }

  #skipEpilogue(data: Buffer): Buffer {
    return this.#ignore(data, data.length);
  }

  #ignore(data: Buffer, bytes: number): Buffer {
    this.#ignored += bytes;
    if (this.#ignored > maxOverheadBytes) {
      throw malformedForm(`at most ${maxOverheadBytes} bytes may stand before its first boundary and behind its last one.`);
    }
    return data.subarray(bytes);
  }

  /**
   * Where a delimiter could begin whose end has not come yet; the length of the data where none
   * could.
   */
  #startOfDelimiter(data: Buffer): number {
    const from = Math.max(0, data.length - this.#delimiter.length + 1);
    const at = data.indexOf(0x0d, from);
    return at < 0 ? data.length : at;
  }
}
