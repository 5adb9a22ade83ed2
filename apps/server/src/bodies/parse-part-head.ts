import { malformedForm } from './malformed-form.ts';
import { parseHeaderParameters } from './parse-header-parameters.ts';

/** What a part of a form says about itself. */
export type PartHead = {
  readonly name: string;
  readonly fileName: string | undefined;
  /** Whether it is a file: it has a file name, or is declared as bytes. */
  readonly isFile: boolean;
  /** How its text is encoded, as declared. */
  readonly charset: string | undefined;
};

const maxNameBytes = 200;

/**
 * Reads the headers of a part (RFC 7578, section 4).
 *
 * @param block what stands between the delimiter and the empty line: padding, then each header
 *   behind a line break
 * @throws ServiceError `body.malformed` for lines that are no headers and for a part without a name
 */
export function parsePartHead(block: Buffer): PartHead {
  const [padding = '', ...lines] = block
    .toString('latin1')
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  if (padding.trim() !== '') throw malformedForm();
  const headers = new Map(lines.map(splitLine).reverse());
  const { value, parameters } = parseHeaderParameters(headers.get('content-disposition') ?? '');
  const name = parameters.get('name');
  if (value !== 'form-data' || name === undefined) throw malformedForm('each part needs "Content-Disposition: form-data" and a name.');
  if (name.length > maxNameBytes) throw malformedForm(`the name of a part may have at most ${maxNameBytes} bytes.`);
  const fileName = extendedFileName(parameters.get('filename*')) ?? asUtf8(parameters.get('filename'));
  const type = parseHeaderParameters(headers.get('content-type') ?? '');
  const isFile = fileName !== undefined || type.value === 'application/octet-stream';
  return { name: asUtf8(name) ?? '', fileName, isFile, charset: type.parameters.get('charset') };
}

function splitLine(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 1 || /[\r\n]/.test(line)) throw malformedForm();
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/**
 * Headers are bytes to everybody who makes forms today, and these bytes are UTF-8 (RFC 7578,
 * section 5.1).
 */
function asUtf8(bytes: string | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 8187 in UTF-8. RFC 7578 forbids it in forms, but some libraries send nothing else. */
function extendedFileName(value: string | undefined): string | undefined {
  const encoded = value === undefined ? undefined : /^utf-8'[^']*'([^']*)$/i.exec(value)?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
