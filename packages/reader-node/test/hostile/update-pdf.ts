import { deflateSync } from 'node:zlib';

/** An object of a PDF: its dictionary, and what its stream holds. */
export type PdfObject = { readonly dictionary: string; readonly stream?: Buffer };

/**
 * Adds objects to a PDF as an incremental update (ISO 32000-1, section 7.5.6), as a program does
 * that saves changes.
 *
 * @param write is told the number of the first new object, and of the tree of pages; the first
 *   object that it returns becomes the catalog
 */
export function updatePdf(pdf: Buffer, write: (first: number, pages: number) => readonly PdfObject[]): Buffer {
  const text = pdf.toString('latin1');
  const [, size = '0'] = /\/Size (\d+)/.exec(text) ?? [];
  const [, pages = '0'] = /\/Type\/Catalog\/Pages (\d+) 0 R/.exec(text) ?? [];
  const [, before = '0'] = /startxref\n(\d+)/.exec(text) ?? [];
  const first = Number(size);
  const parts: Buffer[] = [pdf];
  let at = pdf.length;
  const places = write(first, Number(pages)).map((object, index) => {
    const bytes = encode(first + index, object);
    parts.push(bytes);
    at += bytes.length;
    return at - bytes.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const total = first + places.length;
  parts.push(
    Buffer.from(
      `xref\n${first} ${places.length}\n${rows}trailer\n<</Size ${total}/Root ${first} 0 R/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function encode(number: number, { dictionary, stream }: PdfObject): Buffer {
  const head = stream ? dictionary.replace(/>>$/, `/Length ${stream.length}>>\nstream\n`) : dictionary;
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${head}`, 'latin1'),
    stream ?? Buffer.alloc(0),
    Buffer.from(`${stream ? '\nendstream' : ''}\nendobj\n`),
  ]);
}

/** A PDF of one page that draws one object, which may draw others, and so on. */
export function pdfOfObjects(page: string, objects: readonly PdfObject[]): Buffer {
  const all: readonly PdfObject[] = [
    { dictionary: '<</Type/Catalog/Pages 2 0 R>>' },
    { dictionary: '<</Type/Pages/Count 1/Kids[3 0 R]>>' },
    { dictionary: page },
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  for (const [index, object] of all.entries()) parts.push(encode(index + 1, object));
  return Buffer.concat([...parts, Buffer.from(`trailer\n<</Size ${all.length + 1}/Root 1 0 R>>\n%%EOF\n`)]);
}

/** Zeros that were compressed so many times: each pass makes about a thousand bytes one. */
export function inflatable(bytes: number, passes: number): Buffer {
  let content: Uint8Array = new Uint8Array(bytes);
  for (let pass = 0; pass < passes; pass++) content = deflateSync(content, { level: 9 });
  return Buffer.from(content);
}
