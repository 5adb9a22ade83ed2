import { ServiceError } from '../errors/service-error.ts';
import { decodePercent } from './decode-percent.ts';
import { createParseBudget, type ParseBudget } from './parse-budget.ts';

/** As of a multipart form, which has headers where this one has two marks. */
const maxFields = 20;
const maxNameBytes = 200;

const ampersand = 0x26;
const equalsSign = 0x3d;

/**
 * Reads `application/x-www-form-urlencoded` (URL standard, section 5.1), with values as bytes. An
 * empty field counts as one, and of fields of the same name the first is taken.
 *
 * The work is linear and stops at the first field that is one too many. Values are decoded where
 * they lie.
 *
 * @param body is overwritten, and the values are parts of it
 * @throws ServiceError `body.malformed`, which names the limit
 */
export function readUrlencodedFields(body: Buffer, budget: ParseBudget = createParseBudget()): ReadonlyMap<string, Buffer> {
  return budget.spend(body.length, () => {
    const fields = new Map<string, Buffer>();
    for (let at = 0, count = 1; at < body.length; count += 1) {
      if (count > maxFields) throw malformed(`a form may have at most ${maxFields} fields.`);
      const mark = body.indexOf(ampersand, at);
      const end = mark < 0 ? body.length : mark;
      const { name, value } = splitField(body.subarray(at, end));
      if (!fields.has(name)) fields.set(name, value);
      at = end + 1;
    }
    return fields;
  });
}

function splitField(field: Buffer): { readonly name: string; readonly value: Buffer } {
  const mark = field.indexOf(equalsSign);
  const end = mark < 0 ? field.length : mark;
  if (end > maxNameBytes) throw malformed(`the name of a field may have at most ${maxNameBytes} bytes.`);
  const decode = (bytes: Buffer) => decodePercent(bytes, { plusIsBlank: true });
  return { name: decode(field.subarray(0, end)).toString('utf8'), value: decode(field.subarray(end + 1)) };
}

function malformed(reason: string): ServiceError {
  return new ServiceError('body.malformed', `Form parse error - ${reason}`);
}
