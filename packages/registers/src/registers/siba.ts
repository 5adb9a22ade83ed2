import type { Found } from '../model/found.ts';
import { type Context, derived } from '../table/context.ts';
import type { Form } from '../table/form.ts';
import type { Filled, FilledRegistration, Register, RegisterField, RegisterFile, WriteOptions } from '../table/register-field.ts';
import { writeXml, type XmlElement } from '../text/xml.ts';
import { bornBeforeArrival, departureAfterArrival } from './day-rules.ts';

/** Letters of the type "Alfabético Nome". */
const name = { kind: 'text', max: 40, letter: /[A-ZÇÃÁÀÉÊÍÕÔÓÚ' -]/, isCapital: true } as const;
const text = (max: number): Form => ({ kind: 'text', max, letter: /[\p{Script=Latin}\d .,;:'/()ºª@_-]/u });
const exact = (pattern: RegExp, example: string): Form => ({ kind: 'exact', pattern, example });
const day: Form = { kind: 'day', style: 'YYYY-MM-DDT00:00:00' };
const phone = exact(/^\d{6,10}$/, '213456789');

/** The unit, its bulletins and the consignment, each in the order of BAL.XSD. */
const fields: readonly RegisterField[] = [
  { name: 'Codigo_Unidade_Hoteleira', of: 'property', fact: 'pt_unit', required: 'always', form: exact(/^\d{9}$/, '121212121') },
  { name: 'Estabelecimento', of: 'property', fact: 'pt_establishment', required: 'always', form: exact(/^\d{1,4}$/, '00') },
  { name: 'Nome_Unidade', of: 'property', fact: 'name', required: 'always', form: text(40) },
  { name: 'Abreviatura', of: 'property', fact: 'short_name', required: 'always', form: text(15) },
  { name: 'Morada', of: 'property', fact: 'street', required: 'always', form: text(40) },
  { name: 'Localidade', of: 'property', fact: 'municipality', required: 'always', form: text(30) },
  {
    name: 'Codigo_Postal',
    of: 'property',
    fact: 'postal_code',
    required: 'always',
    form: exact(/^\d{4}$/, '1000-234'),
    from: postalPart(0, 4),
  },
  {
    name: 'Zona_Postal',
    of: 'property',
    fact: 'postal_code',
    required: 'always',
    form: exact(/^\d{3}$/, '1000-234'),
    from: postalPart(4, 7),
  },
  { name: 'Telefone', of: 'property', fact: 'phone', required: 'always', form: phone },
  {
    name: 'Fax',
    of: 'property',
    fact: 'fax',
    required: 'always',
    form: phone,
    from: ({ property }) => property('fax') ?? property('phone'),
    isSecondary: true,
  },
  { name: 'Nome_Contacto', of: 'property', fact: 'contact_name', required: 'always', form: text(40) },
  {
    name: 'Email_Contacto',
    of: 'property',
    fact: 'email',
    required: 'always',
    form: exact(/^(?=.{3,140}$)[^\s@]+@[^\s@]+$/, 'desk@example.com'),
  },
  {
    name: 'Apelido',
    of: 'guest',
    fact: 'surname',
    required: 'always',
    form: name,
    from: ({ guest }) => guest('surname') ?? guest('given_names'),
  },
  {
    name: 'Nome',
    of: 'guest',
    fact: 'given_names',
    required: 'never',
    form: name,
    from: ({ guest }) => guest('surname') && guest('given_names'),
  },
  { name: 'Nacionalidade', of: 'guest', fact: 'nationality', required: 'always', form: { kind: 'state' } },
  { name: 'Data_Nascimento', of: 'guest', fact: 'birth_date', required: 'always', form: day },
  { name: 'Local_Nascimento', of: 'guest', fact: 'birth_place', required: 'never', form: text(30) },
  {
    name: 'Documento_Identificacao',
    of: 'guest',
    fact: 'document_number',
    required: 'always',
    form: exact(/^[A-Z0-9]{1,16}$/, 'X1234567'),
  },
  { name: 'Pais_Emissor_Documento', of: 'guest', fact: 'document_issuer', required: 'always', form: { kind: 'state' } },
  {
    name: 'Tipo_Documento',
    of: 'guest',
    fact: 'document_type',
    required: 'always',
    form: {
      kind: 'list',
      values: { passport: 'P', identity_card: 'B', residence_permit: 'O', driving_licence: 'O', visa: 'O', other: 'O' },
    },
  },
  { name: 'Data_Entrada', of: 'stay', fact: 'arrival_date', required: 'always', form: day },
  { name: 'Data_Saida', of: 'stay', fact: 'departure_date', required: 'never', form: day },
  { name: 'Pais_Residencia_Origem', of: 'guest', fact: 'residence_country', required: 'always', form: { kind: 'state' } },
  { name: 'Local_Residencia_Origem', of: 'guest', fact: 'municipality', required: 'always', form: text(30), isSecondary: true },
  { name: 'Numero_Ficheiro', of: 'stay', fact: 'file_number', required: 'always', form: exact(/^[1-9]\d{0,8}$/, '1') },
];

/** Portugal: bulletins of accommodation for SIBA (Lei 23/2007, art. 15 and 16). */
export const siba: Register = {
  name: 'siba',
  country: 'PRT',
  title: 'SIBA, MovimentoBAL',
  variants: ['file'],
  citations: [
    {
      kind: 'official',
      title: 'Portaria 287/2007 (SIBA: electronic bulletins, foreigners of the European Union too)',
      address: 'https://dre.tretas.org/dre/208324/portaria-287-2007-de-16-de-marco',
    },
    {
      kind: 'official',
      title: 'SIBA, modos de envio (fields, lengths, BAL.XSD)',
      address: 'https://siba.ssi.gov.pt/ajuda/modos-de-envio/',
    },
    {
      kind: 'secondary',
      title: 'siba-checkin: the types of the fields, the letters of names, the test unit',
      address: 'https://github.com/zavricardo-debug/abreportaautoshelly',
    },
  ],
  fields,
  wants: ({ guest }) => guest('nationality')?.value !== 'PRT',
  rules: [departureAfterArrival('Data_Saida'), bornBeforeArrival('Data_Nascimento')],
  write: writeSiba,
};

/** Four digits of the postal code are the code, three the zone. */
function postalPart(start: number, end: number) {
  return ({ property }: Context): Found | undefined => {
    const code = property('postal_code');
    return derived(code?.value.replace(/\D/g, '').slice(start, end), code);
  };
}

const unit = fields.filter(({ of }) => of === 'property').map(({ name: field }) => field);
const bulletin = fields.filter(({ of, name: field }) => of !== 'property' && field !== 'Numero_Ficheiro').map(({ name: field }) => field);

function writeSiba({ property, stay, guests }: FilledRegistration, { now }: WriteOptions): RegisterFile {
  const root: XmlElement = [
    'MovimentoBAL',
    [
      ['Unidade_Hoteleira', leaves(property, unit)],
      ...guests.map((guest): XmlElement => ['Boletim_Alojamento', leaves({ ...stay, ...guest }, bulletin)]),
      ['Envio', [...leaves(stay, ['Numero_Ficheiro']), ['Data_Movimento', now]]],
    ],
  ];
  return { name: 'siba.xml', mediaType: 'application/xml', bytes: new TextEncoder().encode(writeXml(root, ' xmlns="http://sef.pt/BAws"')) };
}

/**
 * Elements for the values that there are; the unit's name is an element `Nome` like the guest's.
 */
function leaves(values: Filled, names: readonly string[]): XmlElement[] {
  return names.flatMap((field) => (values[field] ? [[field === 'Nome_Unidade' ? 'Nome' : field, values[field]] as const] : []));
}
