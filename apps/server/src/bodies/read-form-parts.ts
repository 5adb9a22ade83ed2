import { malformedForm } from './malformed-form.ts';
import { MultipartParser, type PartHandler } from './multipart-parser.ts';
import { createParseBudget, type ParseBudget } from './parse-budget.ts';
import { parseHeaderParameters } from './parse-header-parameters.ts';
import type { PartHead } from './parse-part-head.ts';

/** A part of a form that has come in whole. */
export type FormPart = PartHead & {
  /** How long its content is. */
  readonly size: number;
  /** undefined where it is longer than it may be. */
  readonly content: Buffer | undefined;
};

export type FormLimits = {
  readonly maxParts: number;
  /** Of one file that is held. What is longer is read on and thrown away. */
  readonly maxFileBytes: number;
  /** Of one field. A longer one makes the form malformed. */
  readonly maxFieldBytes: number;
};

/** Characters that a boundary is made of, and how many (RFC 2046, section 5.1.1). */
const boundaryPattern = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/;

/**
 * Reads the parts of a form as they come in, one after another. The body is not read on while a
 * part is with the caller, nor after anything was refused.
 *
 * @param contentType of the body, with its boundary
 * @param accept is asked about each part before its content is read, and throws to refuse the form
 * @throws ServiceError `body.malformed`, and whatever `accept` throws
 */
export async function* readFormParts(
  body: AsyncIterable<Buffer>,
  contentType: string | undefined,
  limits: FormLimits,
  accept: (head: PartHead) => void = () => undefined,
  budget: ParseBudget = createParseBudget(),
): AsyncGenerator<FormPart, void, undefined> {
  const { value, parameters } = parseHeaderParameters(contentType ?? '');
  const boundary = parameters.get('boundary') ?? '';
  if (value !== 'multipart/form-data' || !boundaryPattern.test(boundary)) throw malformedForm();
  const whole: FormPart[] = [];
  const parser = new MultipartParser(
    boundary,
    collectParts(limits, accept, (part) => whole.push(part)),
  );
  for await (const chunk of body) {
    budget.spend(chunk.length, () => parser.write(chunk));
    yield* whole.splice(0);
  }
  parser.end();
}

/** Holds the content of one part at a time. */
function collectParts(limits: FormLimits, accept: (head: PartHead) => void, onWhole: (part: FormPart) => void): PartHandler {
  let count = 0;
  let head: PartHead | undefined;
  let size = 0;
  let pieces: Buffer[] = [];
  return {
    onPart: (next) => {
      count += 1;
      if (count > limits.maxParts) throw malformedForm(`a form may have at most ${limits.maxParts} parts.`);
      accept(next);
      head = next;
      size = 0;
    },
    onContent: (piece) => {
      size += piece.length;
      if (!head?.isFile && size > limits.maxFieldBytes) {
        throw malformedForm(`a field may have at most ${limits.maxFieldBytes} bytes.`);
      }
      if (size <= limits.maxFileBytes) pieces.push(piece);
      else pieces = [];
    },
    onPartEnd: () => {
      if (head) onWhole({ ...head, size, content: size <= limits.maxFileBytes ? Buffer.concat(pieces) : undefined });
      pieces = [];
    },
  };
}
