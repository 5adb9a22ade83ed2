/** Data elements of the subfiles that are about the document, by their three letters. */
export type AamvaElements = ReadonlyMap<string, string>;

/** What the header of an AAMVA barcode says. */
export type AamvaFile = {
  /** Issuer identification number, six digits. */
  readonly issuerNumber: string;
  /** Of the standard: 0 and 1 are of 2000 and before, 10 is of 2020. */
  readonly version: number;
  readonly elements: AamvaElements;
};

/**
 * Compliance indicator, data element separator, record separator and segment terminator, then the
 * file type: `ANSI `, in the standard of 2000 also `AAMVA`. Some issuers leave out or exchange
 * separators, so whatever stands there passes. From version 2 on the version of the jurisdiction
 * follows that of the standard.
 */
const header = /^@?[\s\p{Cc}]{0,6}(?:ANSI |AAMVA)(\d{6})(\d{2})/u;

/**
 * Driver licence, identification card, enhanced ones. Subfiles that begin with Z are each issuer's
 * own.
 */
const subfileTypes = ['DL', 'ID', 'EN'];

/** More designators than a file can have. */
const maxSubfiles = 99;

/**
 * Takes an AAMVA file apart (DL/ID Card Design Standard, annex D.12).
 *
 * @returns undefined for any other text
 */
export function readSubfiles(text: string): AamvaFile | undefined {
  const head = header.exec(text);
  if (!head) return undefined;
  const [all, issuerNumber, versionText] = head as unknown as [string, string, string];
  const version = Number(versionText);
  const at = all.length + (version >= 2 ? 2 : 0);
  const count = Math.min(Number(text.slice(at, at + 2)) || 0, maxSubfiles);
  const elements = new Map<string, string>();
  const designators = at + 2;
  for (let index = 0; index < count; index++) {
    const entry = text.slice(designators + 10 * index, designators + 10 * index + 10);
    const type = entry.slice(0, 2);
    if (!subfileTypes.includes(type)) continue;
    const start = findSubfile(text, type, Number(entry.slice(2, 6)), designators + 10 * count);
    if (start !== undefined) readElements(text, start + 2, elements);
  }
  return { issuerNumber, version, elements };
}

/**
 * Where a subfile begins: at its offset, or, since many issuers count differently, where its type
 * stands before a data element.
 */
function findSubfile(text: string, type: string, offset: number, from: number): number | undefined {
  if (text.startsWith(type, offset) && isElement(text, offset + 2)) return offset;
  for (let at = text.indexOf(type, from); at >= 0; at = text.indexOf(type, at + 1)) if (isElement(text, at + 2)) return at;
  return undefined;
}

function isElement(text: string, at: number): boolean {
  return /^D[A-Z]{2}/.test(text.slice(at, at + 3));
}

/** Up to the segment terminator; the first of two elements with the same letters counts. */
function readElements(text: string, start: number, elements: Map<string, string>): void {
  const end = text.indexOf('\r', start);
  for (const line of text.slice(start, end < 0 ? undefined : end).split(/\p{Cc}/u)) {
    const value = line.slice(3).trim();
    if (isElement(line, 0) && value !== '' && !elements.has(line.slice(0, 3))) elements.set(line.slice(0, 3), value);
  }
}
