import type { DateReading, Evidence, MrzDocument } from '@ocr-web/mrz';
import type { GuestFact } from './fact.ts';
import type { Doubt } from './found.ts';
import { stateCode } from './state-code.ts';

/** What a zone says of one fact, and whether its checks bear it out. */
export interface ZoneFact {
  readonly value: string;
  readonly doubt?: Doubt | undefined;
  readonly isProved: boolean;
}

/** Facts of a guest that stand in a machine readable zone. */
export type ZoneFacts = Readonly<Partial<Record<GuestFact, ZoneFact>>>;

/**
 * What the zone of a document says of its holder. The number is the one that the country's
 * authorities use (DNI and NIE on Spanish cards); the card's own is the support number then.
 */
export function readZone(document: MrzDocument): ZoneFacts {
  const { names, mainNumber, numbers, fields } = document;
  const type = documentType(document);
  const number = mainNumber && fact(mainNumber.value, mainNumber.evidence);
  const facts: Partial<Record<GuestFact, ZoneFact | undefined>> = {
    ...(names && {
      surname: nameFact(names.surname, names.truncated && names.givenNames === undefined),
      first_surname: nameFact(names.surnames?.[0], false),
      second_surname: nameFact(names.surnames?.[1], names.truncated && names.givenNames === undefined),
      given_names: nameFact(names.givenNames, names.truncated),
    }),
    sex: sexFact(document),
    birth_date: dayFact(document.birthDate, fields.birthDate?.evidence),
    nationality: stateFact(document.nationality, fields.nationality?.evidence),
    document_issuer: stateFact(document.issuer, fields.issuer?.evidence),
    document_type: type === undefined ? undefined : { value: type, isProved: false },
    document_number: type === 'visa' ? undefined : number,
    visa_number: type === 'visa' ? number : undefined,
    support_number: numbers.support && fact(numbers.support.value, numbers.support.evidence),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as ZoneFacts;
}

function fact(value: string, evidence: Evidence | undefined): ZoneFact {
  const doubt = evidence?.status === 'contradicted' ? 'contradicted' : undefined;
  return { value, doubt, isProved: evidence?.status === 'proved' };
}

function nameFact(value: string | undefined, isTruncated: boolean): ZoneFact | undefined {
  return value === undefined ? undefined : { value, doubt: isTruncated ? 'truncated' : undefined, isProved: false };
}

function sexFact({ sex, issues, fields }: MrzDocument): ZoneFact | undefined {
  if (sex === undefined) return undefined;
  const isAmbiguous = issues.some(({ code }) => code === 'sex.ambiguous');
  return { ...fact(sex, fields.sex?.evidence), ...(isAmbiguous && { doubt: 'ambiguous' as const }) };
}

function dayFact(date: DateReading | undefined, evidence: Evidence | undefined): ZoneFact | undefined {
  if (date === undefined || date.status === 'unknown' || date.status === 'indefinite') return undefined;
  if (date.status !== 'complete') return { value: date.iso ?? date.raw, doubt: date.status, isProved: false };
  return fact(date.iso ?? date.raw, evidence);
}

function stateFact(country: MrzDocument['nationality'], evidence: Evidence | undefined): ZoneFact | undefined {
  if (country === undefined) return undefined;
  const iso = stateCode(country);
  return iso === undefined ? { value: country.code, doubt: 'not_a_state', isProved: false } : fact(iso, evidence);
}

/**
 * Codes of residence permits on cards: that of the European Union (Regulation (EC) 1030/2002) and
 * Spain's.
 */
const permitCodes = ['IR', 'AR', 'CR', 'IX', 'IE'];

/**
 * What kind of document it is, by its layout and the first letters of its code (ICAO Doc 9303-3
 * §4.3). A travel document of a refugee or stateless person is none of the common kinds.
 */
function documentType({ format, code = '', numbers }: MrzDocument): string | undefined {
  if (format === null) return undefined;
  if (format.endsWith('-DL')) return 'driving_licence';
  if (format === 'MRVA' || format === 'MRVB') return 'visa';
  if (format === 'IND-PASSPORT') return 'passport';
  if (format === 'TD3') return code === 'PR' || !code.startsWith('P') ? (code.startsWith('I') ? 'identity_card' : 'other') : 'passport';
  const isPermit = permitCodes.includes(code) || /^[XYZ]/.test(numbers.support ? (numbers.personal?.value ?? '') : '');
  return isPermit ? 'residence_permit' : code !== 'AC' && /^[ACI]/.test(code) ? 'identity_card' : 'other';
}
