import type { MrzDocument } from '@ocr-web/mrz';
import { plainCharacters } from '../../visual/match/plain-letter.ts';
import type { VisualReading } from '../../visual/visual-reading.ts';
import type { BarcodeCheck, BarcodeContent, BarcodeField, BarcodeVerdict } from './barcode-content.ts';
import { encodeGivenNames, encodeSurname } from './fiscal-code/encode-name.ts';
import { isoDate } from './iso-date.ts';

/** What the document says of its holder in other places. */
export type DocumentFacts = Readonly<Partial<Record<BarcodeField & BarcodeCheck, string>>>;

/** Print that is less sure than this is compared with nothing. */
const minConfidence = 0.9;

/** What the zone says, else what is printed for people and sure. Dates are the zone's alone. */
export function factsOf(document: MrzDocument | undefined, visual: VisualReading | undefined): DocumentFacts {
  const printed = (key: 'surname' | 'given_names' | 'personal_number') => {
    const field = visual?.fields[key];
    return field && field.confidence >= minConfidence ? field.value : undefined;
  };
  const dayOf = (date: MrzDocument['birthDate']) => date?.day && isoDate(date.day.year, date.day.month, date.day.day);
  const { names, birthDate, expiryDate, numbers, sex } = document ?? { numbers: {} };
  const facts = {
    surname: names?.surname ?? printed('surname'),
    given_names: names?.givenNames ?? printed('given_names'),
    birth_date: dayOf(birthDate),
    expiry_date: dayOf(expiryDate),
    document_number: numbers.document?.value,
    personal_number: numbers.personal?.value ?? printed('personal_number'),
    sex,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * The same with checks of what the barcode says against what the document says, for what both say.
 * A name of a zone may be cut off; one that the barcode begins with is a match.
 */
export function compareWithDocument(content: BarcodeContent, facts: DocumentFacts): BarcodeContent {
  if (content.standard === '2d_doc') return content;
  const checks: Partial<Record<BarcodeCheck, BarcodeVerdict>> = { ...content.checks };
  for (const [key, fact] of Object.entries(facts) as [BarcodeField & BarcodeCheck, string][]) {
    const isSame = isSameFact(content, key, fact);
    if (isSame !== undefined) checks[key] = isSame ? 'match' : 'mismatch';
  }
  return { ...content, checks };
}

function isSameFact({ standard, fields }: BarcodeContent, key: BarcodeField & BarcodeCheck, fact: string): boolean | undefined {
  const code = standard === 'codice_fiscale' ? fields.personal_number : undefined;
  if (code && key === 'surname') return code.slice(0, 3) === encodeSurname(fact);
  if (code && key === 'given_names') return code.slice(3, 6) === encodeGivenNames(fact);
  const value = fields[key];
  if (value === undefined) return undefined;
  if (key === 'birth_date' || key === 'expiry_date') return value === fact;
  const [said, known] = [plainCharacters(value), plainCharacters(fact)];
  const isName = key === 'surname' || key === 'given_names';
  return isName ? said.startsWith(known) || known.startsWith(said) : said === known;
}
