import { composeMrz, type FieldTexts, formats, type MrzDocument, parseMrz } from '@ocr-web/mrz';
import type { GuestFact, GuestInput, Registration, Values } from '../src/index.ts';
import { propertyFor, stay } from './lodging.ts';

const today = '2026-11-23';

/** A made-up document: its fields in a layout, check digits computed. */
function make(format: string, texts: FieldTexts): MrzDocument {
  const layout = formats.find(({ name }) => name === format);
  if (!layout) throw new Error(`no format ${format}`);
  return parseMrz(composeMrz(layout, texts), { today });
}

/** A made-up German passport. */
function passport(number: string, names: string, birthDate: string, sex: string): MrzDocument {
  return make('TD3', { code: 'P', issuer: 'D', names, number, nationality: 'D', birthDate, sex, expiryDate: '300101' });
}

/**
 * What the desk knows of everybody here: an address abroad, a telephone, codes that are lists of
 * the portals.
 */
const abroad: Values<GuestFact> = {
  address: 'Musterstraße 1',
  postal_code: '10115',
  municipality: 'Berlin',
  residence_country: 'DEU',
  phone: '+49 30 0000000',
  birth_country: 'DEU',
};

const inSpain: Values<GuestFact> = {
  address: 'Avenida de Madrid, s/n',
  postal_code: '28013',
  municipality_code: '28079',
  municipality: 'Madrid',
  residence_country: 'ESP',
  phone: '+34 910 000 000',
  birth_country: 'ESP',
};

/** A guest that registers find hard, and the parties who check in with them. */
export interface HardGuest {
  readonly title: string;
  readonly guests: readonly GuestInput[];
  readonly party?: 'family' | 'group';
  /** What the desk types where a register asks for it: nobody else knows. */
  readonly answers?: Values<GuestFact>;
}

export const hardGuests: readonly HardGuest[] = [
  {
    title: 'A family of four with a minor',
    party: 'family',
    guests: [
      { zone: passport('C01X00001', 'SPECIMEN<<HANS', '850101', 'M'), desk: abroad },
      { zone: passport('C01X00002', 'SPECIMEN<<ERIKA', '860202', 'F'), desk: { ...abroad, kinship: 'spouse' } },
      { zone: passport('C01X00003', 'SPECIMEN<<JAN', '050303', 'M'), desk: { ...abroad, kinship: 'child' } },
      { zone: passport('C01X00004', 'SPECIMEN<<LENA', '150404', 'F'), desk: { ...abroad, kinship: 'child', hr_payment_category: '1' } },
    ],
  },
  {
    title: 'One name only',
    answers: { surname: 'NAMUNA KUMAR' },
    guests: [
      {
        zone: parseMrz(['P<IND<<NAMUNA<KUMAR<<<<<<<<<<<<<<<<<<<<<<<<<', 'Z0000001<8IND9001011M3001019<<<<<<<<<<<<<<00'], { today }),
        desk: { ...abroad, birth_country: 'IND', residence_country: 'IND', municipality: 'Delhi' },
      },
    ],
  },
  {
    title: 'A card without expiry',
    guests: [
      {
        zone: parseMrz(['C<ITAAB12345671<<<<<<<<<<<<<<<', '5203046F9901018ITA<<<<<<<<<<<4', 'SPECIMEN<<ANNA<<<<<<<<<<<<<<<<'], { today }),
        desk: {
          ...{ ...abroad, birth_country: 'ITA', residence_country: 'ITA', municipality: 'Roma', postal_code: '00184' },
          ...{ it_birth_municipality: '412058091', it_birth_province: 'RM', it_issue_place: '412058091' },
        },
      },
    ],
  },
  {
    title: 'A Spanish DNI',
    guests: [
      {
        zone: parseMrz(['IDESPBAA000589599999999R<<<<<<', '8001014F2501017ESP<<<<<<<<<<<7', 'ESPANOLA<ESPANOLA<<CARMEN<<<<<'], { today }),
        desk: { ...inSpain, surname: 'Española Española', second_surname: 'Española' },
      },
    ],
  },
  {
    title: 'A Spanish card with a NIE',
    // A code of the portal's list, made up.
    answers: { it_document_type: 'PERSO' },
    guests: [
      {
        zone: make('TD1', {
          ...{
            code: 'IX',
            issuer: 'ESP',
            number: 'E00000000',
            optional1: '<X0000000T',
            birthDate: '900101',
            sex: 'F',
            expiryDate: '300101',
          },
          ...{ nationality: 'COL', names: 'MUESTRA<<ANA' },
        }),
        desk: { ...inSpain, birth_country: 'COL' },
      },
    ],
  },
  {
    title: 'A refugee’s travel document',
    answers: { nationality: 'XXB' },
    guests: [
      {
        zone: make('TD3', {
          ...{ code: 'PR', issuer: 'D', names: 'SPECIMEN<<ADAM', number: 'R00000001', nationality: 'XXB', birthDate: '910101', sex: 'M' },
          expiryDate: '300101',
        }),
        desk: { ...abroad, birth_country: 'SYR', it_document_type: 'TITRI' },
      },
    ],
  },
  {
    title: 'Ñ, Ł, apostrophe',
    guests: [
      {
        zone: make('TD3', {
          ...{
            code: 'P',
            issuer: 'POL',
            names: 'NUNEZ<LUKASIK<O<BRIEN<<ZOE',
            number: 'ZS0000001',
            nationality: 'POL',
            birthDate: '920505',
            sex: 'F',
          },
          expiryDate: '300101',
        }),
        desk: { ...abroad, surname: 'Núñez-Łukasik O’Brien', given_names: 'Zoë', residence_country: 'POL', birth_country: 'POL' },
      },
    ],
  },
  {
    title: 'A surname of 60 letters',
    guests: [
      {
        zone: passport('C01X00009', 'WOLFESCHLEGELSTEINHAUSENBERGERDORFFSPEC', '700707', 'M'),
        desk: {
          ...abroad,
          surname: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternspecimenxy',
          given_names: 'Hubert Blaine',
        },
      },
    ],
  },
];

export function registrationOf({ guests, party }: HardGuest, register: string): Registration {
  return { property: propertyFor(register), stay: { ...stay, party }, guests };
}

/** The same after the desk has answered what it was asked. */
export function answeredOf(hard: HardGuest, register: string): Registration {
  const guests = hard.guests.map((guest) => ({ ...guest, desk: { ...guest.desk, ...hard.answers } }));
  return { ...registrationOf(hard, register), guests };
}
