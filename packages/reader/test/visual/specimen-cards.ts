import { names, type Specimen, zones } from './specimen-zones.ts';

/**
 * Pages of cards, permits and visas of Utopia's holder in the order in which States have their
 * fields.
 */
export const cards: readonly Specimen[] = [
  {
    name: 'Spain, back of the identity card',
    zone: zones.TD1('ESP'),
    page: [
      ...names,
      ['12 08 1974', 100, 110],
      ['15 04 2012', 200, 135],
      ['DOMICILIO', 100, 150, 6],
      ['CALLE ALTA 1', 100, 165],
      ['ZENITH', 100, 195],
      ['ERIK / EVA', 100, 220],
    ],
    expected: { address: 'CALLE ALTA 1', place_of_birth: 'ZENITH' },
  },
  {
    name: 'Italy, identity card',
    zone: zones.TD1('ITA', 'C<'),
    page: [
      ['BORGO NADIR', 100, 30],
      ...names,
      ['ZENITH', 100, 110],
      ['12.08.1974', 260, 110],
      ['F', 100, 135],
      ['168', 160, 135],
      ['15.04.2012', 260, 160],
    ],
    expected: { place_of_birth: 'ZENITH', authority: 'BORGO NADIR' },
  },
  {
    name: 'Romania, identity card',
    zone: zones.TD2('ROU'),
    page: [
      ...names,
      ['F', 300, 110],
      ['Jud. UT Mun. Zenith', 100, 135],
      ['Str. Nadir nr.1', 100, 172],
      ['S.P.C.L.E.P. Zenith', 100, 200],
      ['16.04.07-15.04.2012', 320, 200],
    ],
    expected: { authority: 'S.P.C.L.E.P. Zenith' },
  },
  {
    name: 'European form, back of a residence permit',
    zone: zones.TD1('GBR', 'IR'),
    page: [
      ['12-08-1974', 100, 60],
      ['ZENITH', 100, 77],
      ['F', 100, 110],
      ['NO PUBLIC FUNDS', 100, 145],
    ],
    expected: { place_of_birth: 'ZENITH', remarks: 'NO PUBLIC FUNDS' },
  },
  {
    name: 'European form, visa',
    zone: zones.MRVB('FRA'),
    page: [
      ['L8988901C', 400, 20],
      ['12-11-96', 100, 60],
      ['10-12-96', 350, 60],
      ['C', 100, 85],
      ['MULT', 250, 85],
      ['30', 400, 85],
      ['ZENITH', 100, 110],
      ['01-11-96', 100, 135],
      ['ERIKSSON, ANNA MARIA', 150, 160],
    ],
    expected: { visa_type: 'C', entries: 'MULT', duration: '30', authority: 'ZENITH', issue_date: '01-11-96' },
  },
];
