import { spanishLetterOf } from '@ocr-web/mrz';
import type { Found } from '../model/found.ts';
import { isSpanishCard } from '../table/condition.ts';
import { type Context, derived } from '../table/context.ts';
import type { Form } from '../table/form.ts';
import type { RegisterField } from '../table/register-field.ts';
import { plainLetters } from '../text/letters.ts';

/** Latin letters with their accents, digits and common marks: XML in UTF-8 takes them all. */
const latin = /[\p{Script=Latin}\p{M}\d .,;:'"&/()ºª+@_#-]/u;
const text = (max: number): Form => ({ kind: 'text', max, letter: latin });
const name = { kind: 'text', max: 50, letter: /[\p{Script=Latin}\p{M} .'-]/u } as const;
const exact = (pattern: RegExp, example: string): Form => ({ kind: 'exact', pattern, example });

/** Kinds of payment of the register's catalogue TIPO_PAGO. */
const payments = {
  ...{ cash: 'EFECT', card: 'TARJT', platform: 'PLATF', transfer: 'TRANS', mobile: 'MOVIL', gift_card: 'TREG' },
  ...{ on_arrival: 'DESTI', other: 'OTRO' },
};

/** Kinships of the register's catalogue TIPO_PARENTESCO. */
const kinshipCodes = {
  ...{ grandparent: 'AB', great_grandparent: 'BA', great_grandchild: 'BN', sibling_in_law: 'CD', spouse: 'CY', child: 'HJ', sibling: 'HR' },
  ...{ grandchild: 'NI', parent: 'PM', nephew_niece: 'SB', parent_in_law: 'SG', uncle_aunt: 'TI', child_in_law: 'YN', guardian: 'TU' },
  other: 'OT',
};

/**
 * Fields of `altaParteHospedaje` in the order of the file: contratoHospedajeType and
 * personaHospedajeType of the register's schema 3.1.3, and the rules that its service adds.
 */
export const sesFields: readonly RegisterField[] = [
  {
    name: 'codigoEstablecimiento',
    of: 'property',
    fact: 'es_establishment',
    required: 'always',
    form: exact(/^[A-Z0-9]{1,10}$/, '0000012345'),
  },
  { name: 'codigoArrendador', of: 'property', fact: 'es_lessor', required: 'soap', form: exact(/^[A-Z0-9]{1,10}$/, '0000012345') },
  { name: 'referencia', of: 'stay', fact: 'reference', required: 'always', form: text(50) },
  { name: 'fechaContrato', of: 'stay', fact: 'contract_date', required: 'always', form: { kind: 'day', style: 'YYYY-MM-DD' } },
  { name: 'fechaEntrada', of: 'stay', fact: 'arrival_date', required: 'always', form: { kind: 'day', style: 'YYYY-MM-DD' } },
  {
    name: 'horaEntrada',
    of: 'stay',
    fact: 'arrival_time',
    required: 'always',
    form: { kind: 'time' },
    from: timeOf('arrival_time', 'check_in_time'),
  },
  { name: 'fechaSalida', of: 'stay', fact: 'departure_date', required: 'always', form: { kind: 'day', style: 'YYYY-MM-DD' } },
  {
    name: 'horaSalida',
    of: 'stay',
    fact: 'departure_time',
    required: 'always',
    form: { kind: 'time' },
    from: timeOf('departure_time', 'check_out_time'),
  },
  { name: 'numHabitaciones', of: 'stay', fact: 'rooms', required: 'never', form: exact(/^[1-9]\d{0,3}$/, '1') },
  { name: 'tipoPago', of: 'stay', fact: 'payment_type', required: 'always', form: { kind: 'list', values: payments }, isSecondary: true },
  { name: 'fechaPago', of: 'stay', fact: 'payment_date', required: 'never', form: { kind: 'day', style: 'YYYY-MM-DD' } },
  { name: 'nombre', of: 'guest', fact: 'given_names', required: 'always', form: name },
  { name: 'apellido1', of: 'guest', fact: 'surname', required: 'always', form: name, from: firstSurname },
  { name: 'apellido2', of: 'guest', fact: 'second_surname', required: 'spanish_identity_card', form: name },
  {
    name: 'tipoDocumento',
    of: 'guest',
    fact: 'document_type',
    required: 'adult',
    form: { kind: 'list', values: { NIF: 'NIF', NIE: 'NIE', PAS: 'PAS', OTRO: 'OTRO' } },
    from: documentKind,
  },
  { name: 'numeroDocumento', of: 'guest', fact: 'document_number', required: 'adult', form: exact(/^[A-Z0-9]{1,15}$/, 'X1234567') },
  { name: 'soporteDocumento', of: 'guest', fact: 'support_number', required: 'spanish_card', form: exact(/^[A-Z0-9]{9}$/, 'BAA000589') },
  { name: 'fechaNacimiento', of: 'guest', fact: 'birth_date', required: 'always', form: { kind: 'day', style: 'YYYY-MM-DD' } },
  { name: 'nacionalidad', of: 'guest', fact: 'nationality', required: 'always', form: { kind: 'state' } },
  {
    name: 'sexo',
    of: 'guest',
    fact: 'sex',
    required: 'always',
    form: { kind: 'list', values: { M: 'H', F: 'M', X: 'O' } },
    isSecondary: true,
  },
  { name: 'direccion', of: 'guest', fact: 'address', required: 'always', form: text(100) },
  { name: 'direccionComplementaria', of: 'guest', fact: 'address_extra', required: 'never', form: text(100) },
  { name: 'codigoMunicipio', of: 'guest', fact: 'municipality_code', required: 'lives_in_spain', form: exact(/^\d{5}$/, '28079') },
  { name: 'nombreMunicipio', of: 'guest', fact: 'municipality', required: 'lives_abroad', form: text(100) },
  { name: 'codigoPostal', of: 'guest', fact: 'postal_code', required: 'always', form: exact(/^[A-Z0-9 -]{1,20}$/, '28013') },
  { name: 'pais', of: 'guest', fact: 'residence_country', required: 'always', form: { kind: 'state' } },
  { name: 'telefono', of: 'guest', fact: 'phone', required: 'without_email', form: exact(/^\+?[\d ()-]{6,20}$/, '+34 600 000 000') },
  {
    name: 'correo',
    of: 'guest',
    fact: 'email',
    required: 'never',
    form: exact(/^(?=.{5,250}$)[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'guest@example.com'),
  },
  { name: 'parentesco', of: 'guest', fact: 'kinship', required: 'minor', form: { kind: 'list', values: kinshipCodes }, isSecondary: true },
];

/** A time of the stay, or the one that the lodging usually has. */
export function timeOf(ofStay: 'arrival_time' | 'departure_time', usual: 'check_in_time' | 'check_out_time') {
  return ({ stay, property }: Context): Found | undefined => stay(ofStay) ?? property(usual);
}

/**
 * The first of two surnames: as it was read or typed, else what stands before the second one in the
 * surname; where there is no second one, the surname as a whole.
 */
function firstSurname({ guest }: Context): Found | undefined {
  const [first, second, whole] = [guest('first_surname'), guest('second_surname'), guest('surname')];
  if (second === undefined || whole === undefined) return whole ?? first;
  if (first?.source === 'desk' || first?.source === 'visual') return first;
  const words = whole.value.split(' ');
  const count = second.value.split(' ').length;
  const isTail = plainLetters(words.slice(-count).join(' ')) === plainLetters(second.value);
  return isTail && words.length > count ? { ...whole, value: words.slice(0, -count).join(' ') } : whole;
}

function documentKind(context: Context): Found | undefined {
  const [type, number] = [context.guest('document_type'), context.guest('document_number')];
  if (type === undefined || number === undefined) return undefined;
  if (isSpanishCard(context)) return derived(type.value === 'identity_card' ? 'NIF' : 'NIE', type);
  return derived(type.value === 'passport' ? 'PAS' : 'OTRO', type);
}

/** Whether the letter of a DNI or NIE belongs to its digits. */
export function hasRightLetter(number: string): boolean {
  const bare = number.toUpperCase().replace(/[\s.\-/]/g, '');
  return bare.length === 9 && spanishLetterOf(bare.slice(0, 8)) === bare.charAt(8);
}
