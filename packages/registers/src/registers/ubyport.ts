import type { Found } from '../model/found.ts';
import { type Context, derived } from '../table/context.ts';
import type { Form } from '../table/form.ts';
import type { FilledRegistration, Register, RegisterField, RegisterFile, WriteOptions } from '../table/register-field.ts';
import { encodeWindows1250, windows1250Letter } from '../text/windows-1250.ts';
import { bornBeforeArrival, departureAfterArrival } from './day-rules.ts';

const text = (max: number, isCapital = false): Form => ({ kind: 'text', max, letter: windows1250Letter, isCapital });
const exact = (pattern: RegExp, example: string): Form => ({ kind: 'exact', pattern, example });
const day: Form = { kind: 'day', style: 'DD.MM.YYYY' };

/** Purposes of a stay, the register's list Účel pobytu. */
const purposes = ['00', '01', '02', '03', '04', '05', '06', '07', '10', '11', '12', '13', '27', '93', '99'] as const;

/**
 * Fields of the records A (lodging) and U (guest) in their order; what stays empty is left out
 * here.
 */
const fields: readonly RegisterField[] = [
  { name: 'IDUB', of: 'property', fact: 'cz_idub', required: 'always', form: exact(/^[A-Z0-9]{12,14}$/, '123456789012') },
  { name: 'zkratka', of: 'property', fact: 'cz_abbreviation', required: 'always', form: exact(/^[A-Z0-9]{5}$/, 'VODPO') },
  { name: 'ubytovatel', of: 'property', fact: 'name', required: 'always', form: text(35) },
  { name: 'kontakt', of: 'property', fact: 'contact_name', required: 'never', form: text(50) },
  { name: 'okres', of: 'property', fact: 'district', required: 'always', form: text(32), isSecondary: true },
  { name: 'obec', of: 'property', fact: 'municipality', required: 'always', form: text(48), isSecondary: true },
  { name: 'část obce', of: 'property', fact: 'municipality_part', required: 'never', form: text(48), isSecondary: true },
  { name: 'ulice', of: 'property', fact: 'street', required: 'never', form: text(48), isSecondary: true },
  { name: 'číslo domovní', of: 'property', fact: 'house_number', required: 'never', form: text(5), isSecondary: true },
  { name: 'číslo orientační', of: 'property', fact: 'orientation_number', required: 'never', form: text(4), isSecondary: true },
  { name: 'PSČ', of: 'property', fact: 'postal_code', required: 'always', form: exact(/^\d{5}$/, '38901') },
  { name: 'ubytování od', of: 'stay', fact: 'arrival_date', required: 'always', form: day },
  { name: 'ubytování do', of: 'stay', fact: 'departure_date', required: 'always', form: day },
  {
    name: 'příjmení',
    of: 'guest',
    fact: 'surname',
    required: 'always',
    form: text(50, true),
    isSecondary: true,
    from: ({ guest }) => guest('surname') ?? guest('given_names'),
  },
  {
    name: 'jméno',
    of: 'guest',
    fact: 'given_names',
    required: 'never',
    form: text(24, true),
    isSecondary: true,
    from: ({ guest }) => guest('surname') && guest('given_names'),
  },
  { name: 'datum narození', of: 'guest', fact: 'birth_date', required: 'always', form: day },
  { name: 'státní příslušnost', of: 'guest', fact: 'nationality', required: 'always', form: { kind: 'state' } },
  { name: 'bydliště', of: 'guest', fact: 'address', required: 'never', form: text(128), isSecondary: true, from: residence },
  { name: 'číslo dokladu', of: 'guest', fact: 'document_number', required: 'always', form: exact(/^[A-Z0-9]{4,30}$/, 'X1234567') },
  { name: 'číslo víza', of: 'guest', fact: 'visa_number', required: 'never', form: exact(/^[A-Z0-9]{1,15}$/, 'CZE123456') },
  {
    name: 'účel pobytu',
    of: 'stay',
    fact: 'purpose',
    required: 'always',
    form: { kind: 'list', values: Object.fromEntries(purposes.map((code) => [code, code])) },
  },
  { name: 'poznámka', of: 'guest', fact: 'note', required: 'never', form: text(255), isSecondary: true },
];

/** Town, street and country of residence on one line; nothing without the town or the street. */
function residence({ guest }: Context): Found | undefined {
  const [town, street, country] = [guest('municipality'), guest('address'), guest('residence_country')];
  const parts = [town, street, country].flatMap((part) => (part ? [part.value] : []));
  return town || street ? derived(parts.join(', '), street ?? town) : undefined;
}

/** Czechia: the UNL file of Ubyport (Act 326/1999, § 102). */
export const ubyport: Register = {
  name: 'ubyport',
  country: 'CZE',
  title: 'Ubyport, UNL file of format 2',
  variants: ['file'],
  citations: [
    {
      kind: 'official',
      title: 'Policie ČR: Co to je UNL soubor (encoding, separators, records A and U)',
      address: 'https://www.policie.cz/clanek/unl-soubor.aspx',
    },
    {
      kind: 'official',
      title: 'Policie ČR: Oznamování ubytování cizince (everybody who is no Czech citizen)',
      address:
        'https://www.policie.cz/clanek/a-oznamovani-ubytovani-cizince-ubytovatelem-prostrednictvim-dalkoveho-pristupu-pres-internet-ubyport.aspx',
    },
    { kind: 'secondary', title: 'ubyport (Java): order of fields, list of purposes', address: 'https://github.com/martiner/ubyport' },
  ],
  fields,
  wants: ({ guest }) => guest('nationality')?.value !== 'CZE',
  rules: [departureAfterArrival('ubytování do'), bornBeforeArrival('datum narození')],
  write: writeUbyport,
};

const property = fields.filter(({ of }) => of === 'property').map(({ name }) => name);

/**
 * Names of the fields of record U in their order; an empty name is a field that is not used any
 * more.
 */
const guest = [
  ...['ubytování od', 'ubytování do', 'příjmení', 'jméno', '', 'datum narození', '', '', 'státní příslušnost', 'bydliště'],
  ...['číslo dokladu', 'číslo víza', 'účel pobytu', '', 'poznámka'],
];

function writeUbyport(filled: FilledRegistration, { now }: WriteOptions): RegisterFile {
  const made = now.replaceAll('-', '.').replace('T', ' ');
  const records = [
    ['A', '2', ...property.map((name) => filled.property[name] ?? ''), made, '', ''],
    ...filled.guests.map((values) => ['U', ...guest.map((name) => ({ ...filled.stay, ...values })[name] ?? '')]),
  ];
  const bytes = encodeWindows1250(records.map((record) => `${record.join('|')}\r\n`).join(''));
  return { name: `${filled.property.IDUB}_${now.slice(2, 16).replace(/\D/g, '')}.unl`, mediaType: 'text/plain', bytes };
}
