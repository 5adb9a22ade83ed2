import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, it } from 'vitest';
import { abroad, complaints, hans, written } from '../test/check.ts';
import { hardGuests } from '../test/hard-guests.ts';
import { propertyFor, stay } from '../test/lodging.ts';
import { checkRegistration, type GuestInput, registers } from './index.ts';

const today = '2026-11-23';

describe('Spain', () => {
  const inSpain = hardGuests.find(({ title }) => title === 'A Spanish DNI')?.guests[0]?.desk;
  const dni = (names: string, letter = 'R') =>
    parseMrz([`IDESPBAA000589599999999${letter}<<<<<<`, '8001014F2501017ESP<<<<<<<<<<<7', names.padEnd(30, '<')], { today });
  const names = (name: string, desk: GuestInput['desk']) => {
    const { apellido1, apellido2, tipoDocumento, numeroDocumento, soporteDocumento } = written('ses', { zone: dni(name), desk });
    return [apellido1, apellido2, tipoDocumento, numeroDocumento, soporteDocumento].join(' | ');
  };
  const desk = { ...inSpain, surname: undefined, second_surname: undefined };

  it('parts two words into two surnames, and takes the card’s own number as soporte', () => {
    expect(names('ESPANOLA<ESPANOLA<<CARMEN', desk)).toBe('ESPANOLA | ESPANOLA | NIF | 99999999R | BAA000589');
  });

  it('asks for the second surname where the zone does not part them, and takes it off the whole', () => {
    expect(complaints('ses', [{ zone: dni('DE<LA<FUENTE<MUESTRA<<ANA'), desk }])).toEqual([
      'refusal missing_second_surname 0 second_surname',
    ]);
    expect(names('DE<LA<FUENTE<MUESTRA<<ANA', { ...desk, second_surname: 'Muestra' })).toBe(
      'DE LA FUENTE | Muestra | NIF | 99999999R | BAA000589',
    );
    expect(names('MUESTRA<DE<LA<FUENTE<<ANA', { ...desk, second_surname: 'de la Fuente' })).toBe(
      'MUESTRA | de la Fuente | NIF | 99999999R | BAA000589',
    );
  });

  it('refuses a number whose letter is another’s', () => {
    expect(complaints('ses', [{ desk: { ...desk, ...typed('99999999A') } }])).toEqual(['refusal check_letter 0 document_number 99999999A']);
    expect(complaints('ses', [{ desk: { ...desk, ...typed('99.999.999-r') } }])).toEqual([]);
  });

  it('wants a code of INE in Spain and a town elsewhere, and looks at the province', () => {
    expect(complaints('ses', [{ zone: dni('ESPANOLA<ESPANOLA<<CARMEN'), desk: { ...desk, municipality_code: undefined } }])).toEqual([
      'refusal missing 0 municipality_code',
    ]);
    expect(complaints('ses', [{ zone: dni('ESPANOLA<ESPANOLA<<CARMEN'), desk: { ...desk, postal_code: '08001' } }])).toEqual([
      'warning province 0 municipality_code 28079 → 08001',
    ]);
  });

  it('wants kinship and no document of minors, a document of adults, and an adult', () => {
    const child = { ...abroad, surname: 'Specimen', given_names: 'Lena', nationality: 'DEU', sex: 'F', birth_date: '2015-04-04' };
    expect(complaints('ses', [{ desk: child }])).toEqual(['refusal missing 0 kinship', 'refusal no_adult - guests']);
    expect(complaints('ses', [{ zone: hans, desk: abroad }, { desk: { ...child, kinship: 'child' } }])).toEqual([]);
    expect(complaints('ses', [{ desk: { ...child, birth_date: '1990-04-04' } }])).toEqual([
      'refusal missing 0 document_type',
      'refusal missing 0 document_number',
    ]);
  });

  it('needs a telephone or an address for mail', () => {
    expect(complaints('ses', [{ zone: hans, desk: { ...abroad, phone: '' } }])).toEqual(['refusal missing 0 phone']);
    expect(complaints('ses', [{ zone: hans, desk: { ...abroad, phone: '', email: 'guest@example.com' } }])).toEqual([]);
  });

  function typed(number: string) {
    const card = { document_type: 'identity_card', document_issuer: 'ESP', nationality: 'ESP', support_number: 'BAA000589' };
    return {
      ...card,
      surname: 'Muestra Muestra',
      second_surname: 'Muestra',
      given_names: 'Ana',
      sex: 'F',
      birth_date: '1980-01-01',
      document_number: number,
    };
  }
});

describe('Italy', () => {
  const guest = { zone: hans, desk: abroad };
  it('wants to know who several guests are, and puts the first of a family at its head', () => {
    expect(complaints('alloggiati', [guest, guest])).toEqual(['refusal missing - party']);
    expect(complaints('alloggiati', [guest, guest], { party: 'family' })).toEqual([]);
  });

  it('refuses a member behind no head, and more than 30 days', () => {
    const member = { zone: hans, desk: { ...abroad, party_role: 'family_member' } };
    expect(complaints('alloggiati', [member, guest], { party: 'separate' })).toEqual(['refusal no_head 0 party_role family_member']);
    expect(complaints('alloggiati', [guest], { departure_date: '2026-12-24' })).toEqual(['refusal too_many_days - departure_date 31 → 30']);
    expect(complaints('alloggiati', [guest], { departure_date: '2026-12-23' })).toEqual([]);
  });

  it('asks for the places that no document says in codes', () => {
    expect(complaints('alloggiati', [{ zone: hans, desk: { ...abroad, birth_country: 'ITA' } }])).toEqual([
      'refusal missing 0 it_birth_municipality',
      'refusal missing 0 it_birth_province',
    ]);
    expect(complaints('alloggiati', [{ zone: hans, desk: { ...abroad, birth_country: undefined } }])).toEqual([
      'refusal missing 0 birth_country',
    ]);
  });
});

describe('foreigners only, and ages', () => {
  const desk = {
    ...abroad,
    surname: 'Specimen',
    given_names: 'Ana',
    sex: 'F',
    birth_date: '1990-01-01',
    document_number: 'AA111111',
    document_type: 'passport',
  };
  it.each([
    ['ubyport', 'CZE'],
    ['siba', 'PRT'],
  ] as const)('%s does not want citizens of %s', (name, state) => {
    const citizen = { desk: { ...desk, nationality: state, document_issuer: state } };
    expect(complaints(name, [citizen])).toEqual(['warning not_reported 0 nationality', 'refusal no_guests - guests']);
    expect(complaints(name, [citizen, { zone: hans, desk: abroad }])).toEqual(['warning not_reported 0 nationality']);
  });

  it('refuses a category of children for an adult, and days that run backwards', () => {
    expect(complaints('evisitor', [{ zone: hans, desk: { ...abroad, hr_payment_category: '1' } }])).toEqual([
      'refusal wrong_age 0 hr_payment_category 1 → 0-11',
    ]);
    expect(complaints('evisitor', [{ zone: hans, desk: abroad }], { departure_date: '2026-11-22' })).toEqual([
      'refusal before_arrival - departure_date 2026-11-22 → 2026-11-23',
    ]);
    expect(complaints('siba', [{ desk: { ...desk, nationality: 'DEU', document_issuer: 'DEU', birth_date: '2026-12-01' } }])).toEqual([
      'refusal in_future 0 birth_date 2026-12-01 → 2026-11-23',
    ]);
  });
});

it('a register has the variants that it names, and no other', () => {
  const registration = { property: propertyFor('ses'), stay, guests: [] };
  expect(() => checkRegistration(registers.ses, registration, { variant: 'fax', now: '2026-11-23T18:00:00' })).toThrow(
    new RangeError('ses has the variants portal, soap, not "fax"'),
  );
});
