import type { Found } from '../model/found.ts';
import { type Context, derived } from '../table/context.ts';
import type { Form } from '../table/form.ts';
import type { FilledRegistration, Register, RegisterField, RegisterFile, RegisterRule } from '../table/register-field.ts';
import { stableId } from '../text/stable-id.ts';
import { writeXml, type XmlElement } from '../text/xml.ts';
import { bornBeforeArrival, departureAfterArrival } from './day-rules.ts';
import { timeOf } from './ses-fields.ts';

const letter = /[\p{Script=Latin}\p{M}\d .,;:'/()@_-]/u;
const text = (max: number): Form => ({ kind: 'text', max, letter });
const exact = (pattern: RegExp, example: string): Form => ({ kind: 'exact', pattern, example });
const code = exact(/^[\p{L}\d_-]{1,32}$/u, '027');
const day: Form = { kind: 'day', style: 'YYYYMMDD' };

/** Elements of a `TouristCheckIn` in their order, without its ID. */
const fields: readonly RegisterField[] = [
  { name: 'Facility', of: 'property', fact: 'hr_facility', required: 'always', form: code },
  { name: 'StayFrom', of: 'stay', fact: 'arrival_date', required: 'always', form: day },
  {
    name: 'TimeStayFrom',
    of: 'stay',
    fact: 'arrival_time',
    required: 'always',
    form: { kind: 'time' },
    from: timeOf('arrival_time', 'check_in_time'),
  },
  { name: 'ForeseenStayUntil', of: 'stay', fact: 'departure_date', required: 'always', form: day },
  {
    name: 'TimeEstimatedStayUntil',
    of: 'stay',
    fact: 'departure_time',
    required: 'always',
    form: { kind: 'time' },
    from: timeOf('departure_time', 'check_out_time'),
  },
  { name: 'DocumentType', of: 'guest', fact: 'hr_document_type', required: 'always', form: code, from: documentCode, isSecondary: true },
  { name: 'DocumentNumber', of: 'guest', fact: 'document_number', required: 'always', form: exact(/^[A-Z0-9]{1,16}$/, 'X1234567') },
  { name: 'TouristName', of: 'guest', fact: 'given_names', required: 'always', form: text(64), isSecondary: true },
  { name: 'TouristSurname', of: 'guest', fact: 'surname', required: 'always', form: text(64), isSecondary: true },
  {
    name: 'Gender',
    of: 'guest',
    fact: 'sex',
    required: 'always',
    form: { kind: 'list', values: { M: 'muški', F: 'ženski' } },
    isSecondary: true,
  },
  { name: 'DateOfBirth', of: 'guest', fact: 'birth_date', required: 'always', form: day },
  { name: 'CountryOfBirth', of: 'guest', fact: 'birth_country', required: 'always', form: { kind: 'state' }, isSecondary: true },
  { name: 'CityOfBirth', of: 'guest', fact: 'birth_place', required: 'never', form: text(64), isSecondary: true },
  { name: 'Citizenship', of: 'guest', fact: 'nationality', required: 'always', form: { kind: 'state' } },
  { name: 'CountryOfResidence', of: 'guest', fact: 'residence_country', required: 'always', form: { kind: 'state' } },
  { name: 'CityOfResidence', of: 'guest', fact: 'municipality', required: 'never', form: text(64), isSecondary: true },
  { name: 'ResidenceAddress', of: 'guest', fact: 'address', required: 'never', form: text(128), isSecondary: true },
  {
    name: 'TTPaymentCategory',
    of: 'guest',
    fact: 'hr_payment_category',
    required: 'always',
    form: code,
    from: ({ guest, property }) => guest('hr_payment_category') ?? property('hr_payment_category'),
  },
  {
    name: 'ArrivalOrganisation',
    of: 'property',
    fact: 'hr_arrival_organisation',
    required: 'always',
    form: code,
    from: usual('hr_arrival_organisation', 'I'),
    isSecondary: true,
  },
  {
    name: 'OfferedServiceType',
    of: 'property',
    fact: 'hr_service_type',
    required: 'always',
    form: code,
    from: usual('hr_service_type', 'noćenje'),
    isSecondary: true,
  },
];

/** Croatia: the import of arrivals into eVisitor (Narodne novine 126/15). */
export const evisitor: Register = {
  name: 'evisitor',
  country: 'HRV',
  title: 'eVisitor, TouristCheckIns',
  variants: ['file'],
  citations: [
    {
      kind: 'official',
      title: 'eVisitor wiki, Web API (dates YYYYMMDD, times hh:mm, the file’s fields; code lists behind the login)',
      address: 'https://www.evisitor.hr/eVisitorWiki/Javno.Web-API.ashx',
    },
    { kind: 'secondary', title: 'pyevisitor: what an arrival must have', address: 'https://github.com/skateman/ha-evisitor' },
    {
      kind: 'secondary',
      title: 'evisitor-sanity: root, names and order of the elements',
      address: 'https://github.com/vpetersson/evisitor-sanity',
    },
  ],
  unseen: 'the order of the elements, and their names but for those in the wiki',
  fields,
  rules: [departureAfterArrival('ForeseenStayUntil'), bornBeforeArrival('DateOfBirth'), categoryOfAge],
  write: writeEvisitor,
};

function usual(fact: 'hr_arrival_organisation' | 'hr_service_type', value: string) {
  return ({ property }: Context): Found => property(fact) ?? { value, source: 'property' };
}

/** A code of eVisitor's list: typed, or the property's for the kind of document. */
function documentCode({ guest, registration }: Context): Found | undefined {
  const type = guest('document_type');
  const codes = registration.property.hrDocumentTypes;
  return guest('hr_document_type') ?? (type && codes && Object.hasOwn(codes, type.value) ? derived(codes[type.value], type) : undefined);
}

/** Categories of the tourist tax that are for an age: from, below. */
const categoryAges: Readonly<Record<string, readonly [from: number, below: number]>> = { 1: [0, 12], 2: [12, 18] };

/** eVisitor refuses a category of children for others. */
function categoryOfAge(guests: readonly Context[]): ReturnType<RegisterRule> {
  return guests.flatMap(({ guest, property, age, index }) => {
    const category = guest('hr_payment_category') ?? property('hr_payment_category');
    const [from, below] = categoryAges[category?.value ?? ''] ?? [0, Number.POSITIVE_INFINITY];
    if (category === undefined || age === undefined || (age >= from && age < below)) return [];
    const about = { of: 'guest' as const, guest: index, field: 'hr_payment_category', registerField: 'TTPaymentCategory' };
    return [{ code: 'wrong_age' as const, ...about, value: category.value, expected: `${from}-${below - 1}` }];
  });
}

function writeEvisitor({ property, stay, guests }: FilledRegistration): RegisterFile {
  const checkIns = guests.map((guest): XmlElement => {
    const values = { ...property, ...stay, ...guest };
    const leaves = fields.flatMap(({ name }) => (values[name] ? [[name, values[name]] as const] : []));
    // The same guest on the same day in the same place is the same arrival, so that filing it again
    // changes it.
    const id = stableId([values.Facility, values.DocumentNumber, values.StayFrom].join('|'));
    return ['TouristCheckIn', [['ID', id], ...leaves]];
  });
  return {
    name: 'TouristCheckIns.xml',
    mediaType: 'application/xml',
    bytes: new TextEncoder().encode(writeXml(['TouristCheckIns', checkIns])),
  };
}
