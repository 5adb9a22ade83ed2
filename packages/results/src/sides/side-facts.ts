import type { BarcodeBody, DocumentBody, ScanResultBody, VisualZoneBody } from '@ocr-web/api';
import { plainCharacters } from '@ocr-web/reader';

/** What two sides of a card may both say. */
export type SideFact = 'document_number' | 'personal_number' | 'surname' | 'given_names' | 'birth_date' | 'expiry_date';

/** Where it was read. */
export type FactSource = 'zone' | 'print' | 'barcode';

export type Fact = {
  readonly value: string;
  /** Its plain characters: made once, as a hostile file has many long values to compare. */
  readonly plain: string;
  readonly source: FactSource;
  /** Whether another value elsewhere would contradict it; else it can only agree. */
  readonly isSure: boolean;
};

/** One side of a document, as far as a page shows it. */
export type Side = {
  /** Index of the file, and of the page in it. */
  readonly file: number;
  readonly page: number;
  /** The document that it has the zone of; null where the page shows none. */
  readonly document: DocumentBody | null;
  readonly visual: VisualZoneBody | undefined;
  readonly facts: ReadonlyMap<SideFact, readonly Fact[]>;
};

/** Print with less confidence contradicts nothing. */
const minConfidence = 0.9;

/** Longer than any name of a document (AAMVA: 40, and 40 more for middle names). */
const maxLength = 200;

/** The sides that a file shows: one for each zone, and one for each page without. */
export function listSides({ documents, pages, visual = [], barcodes = [] }: ScanResultBody, file: number): Side[] {
  const zones = documents.map((document) => {
    const isBest = documents.find(({ page }) => page === document.page) === document;
    return {
      page: document.page,
      document,
      print: visual.find((one) => one.document === document.index),
      // A page's barcodes belong to the document that they were compared with.
      codes: isBest ? barcodes.filter(({ page }) => page === document.page) : [],
    };
  });
  const bare = pages.filter(({ index }) => documents.every(({ page }) => page !== index));
  const others = bare.map(({ index }) => ({
    page: index,
    document: null,
    print: visual.find(({ page }) => page === index),
    codes: barcodes.filter(({ page }) => page === index),
  }));
  return [...zones, ...others].map(({ page, document, print, codes }) => ({
    file,
    page,
    document,
    visual: print,
    facts: collect([...factsOfZone(document), ...factsOfPrint(print), ...codes.flatMap(factsOfBarcode)]),
  }));
}

type Named = readonly [SideFact, Omit<Fact, 'plain'>];

function collect(named: readonly Named[]): Map<SideFact, Fact[]> {
  const facts = new Map<SideFact, Fact[]>();
  // What was covered by a redaction says nothing.
  for (const [key, fact] of named) {
    if (/\*|^$/.test(fact.value) || fact.value.length > maxLength) continue;
    facts.set(key, [...(facts.get(key) ?? []), { ...fact, plain: plainCharacters(fact.value) }]);
  }
  return facts;
}

function factsOfZone(document: DocumentBody | null): Named[] {
  if (!document) return [];
  const { names, numbers, birth_date: birth, expiry_date: expiry } = document;
  const isSound = document.checks.every(({ holds }) => holds !== false);
  const values: [SideFact, string | null | undefined][] = [
    ['document_number', numbers.document?.value],
    ['personal_number', numbers.personal?.value],
    ['surname', names?.surname],
    ['given_names', names?.given],
    ['birth_date', birth?.status === 'complete' ? birth.iso : null],
    ['expiry_date', expiry?.status === 'complete' ? expiry.iso : null],
  ];
  return values.flatMap(([key, value]) => (value ? [[key, { value, source: 'zone', isSure: isSound }]] : []));
}

const printedFacts = ['document_number', 'personal_number', 'surname', 'given_names', 'birth_date', 'expiry_date'] as const;

function factsOfPrint(visual: VisualZoneBody | undefined): Named[] {
  return printedFacts.flatMap((key): Named[] => {
    const field = visual?.fields[key];
    const value = field && (key.endsWith('_date') ? printedDate(field.value) : field.value);
    return field && value ? [[key, { value, source: 'print', isSure: field.confidence >= minConfidence }]] : [];
  });
}

/** An ISO date of a date in figures, day or year first; months in words are left alone. */
function printedDate(text: string): string | undefined {
  const parts = /^\D*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})\D*$/.exec(text.replaceAll(/\p{L}/gu, ''))?.slice(1) ?? [];
  const [year, month, day] = parts[0]?.length === 4 ? parts : [parts[2], parts[1], parts[0]];
  if (year?.length !== 4 || !month || !day) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function factsOfBarcode({ content }: BarcodeBody): Named[] {
  return printedFacts.flatMap((key): Named[] => {
    const value = content?.fields[key];
    const isSure = content?.checks.check_character !== 'invalid';
    // A codice fiscale has its holder's number, and three letters of a name are no name.
    return value ? [[key, { value, source: 'barcode', isSure }]] : [];
  });
}
