import { daysBetween } from '../model/calendar.ts';
import type { Found } from '../model/found.ts';
import { conditions } from '../table/condition.ts';
import { type Context, derived } from '../table/context.ts';
import type { Form } from '../table/form.ts';
import { askForParty, partyRole } from '../table/party-role.ts';
import type { RegisterField } from '../table/register-field.ts';

const name = (max: number): Form => ({ kind: 'text', max, letter: /[A-Z ']/, isCapital: true });
const exact = (pattern: RegExp, example: string): Form => ({ kind: 'exact', pattern, example });
const place = exact(/^\d{9}$/, '412058091');
const state = exact(/^\d{9}$/, '100000100');
const day: Form = { kind: 'day', style: 'DD/MM/YYYY' };

/** Kinds of guests, the portal's table Tipo Alloggiato. */
const roles = { single: '16', head_of_family: '17', head_of_group: '18', family_member: '19', group_member: '20' };

/**
 * The columns of a line in their order. Those of the document stay blank for members of a family or
 * group; those of the municipality for whoever was not born in Italy.
 */
export const alloggiatiFields: readonly RegisterField[] = [
  {
    name: 'Tipo alloggiato',
    width: 2,
    of: 'guest',
    fact: 'party_role',
    required: 'always',
    form: { kind: 'list', values: roles },
    from: partyRole,
    asks: askForParty,
  },
  { name: 'Data arrivo', width: 10, of: 'stay', fact: 'arrival_date', required: 'always', form: day },
  {
    name: 'Giorni di permanenza',
    width: 2,
    of: 'stay',
    fact: 'departure_date',
    required: 'always',
    form: exact(/^\d{1,9}$/, '03'),
    from: nights,
  },
  { name: 'Cognome', width: 50, of: 'guest', fact: 'surname', required: 'always', form: name(50) },
  { name: 'Nome', width: 30, of: 'guest', fact: 'given_names', required: 'always', form: name(30) },
  { name: 'Sesso', width: 1, of: 'guest', fact: 'sex', required: 'always', form: { kind: 'list', values: { M: '1', F: '2' } } },
  { name: 'Data nascita', width: 10, of: 'guest', fact: 'birth_date', required: 'always', form: day },
  {
    name: 'Comune nascita',
    width: 9,
    of: 'guest',
    fact: 'it_birth_municipality',
    required: 'born_in_italy',
    form: place,
    from: onlyIf('born_in_italy', 'it_birth_municipality'),
  },
  {
    name: 'Provincia nascita',
    width: 2,
    of: 'guest',
    fact: 'it_birth_province',
    required: 'born_in_italy',
    form: exact(/^[A-Z]{2}$/, 'RM'),
    from: onlyIf('born_in_italy', 'it_birth_province'),
  },
  {
    name: 'Stato nascita',
    width: 9,
    of: 'guest',
    fact: 'it_birth_state',
    required: 'always',
    form: state,
    from: birthState,
    // Whether it is Italy decides what else is asked for.
    asks: ({ guest }) => ({ of: 'guest', fact: guest('birth_country') ? 'it_birth_state' : 'birth_country' }),
  },
  {
    name: 'Cittadinanza',
    width: 9,
    of: 'guest',
    fact: 'it_citizenship',
    required: 'always',
    form: state,
    from: stateOf('it_citizenship', 'nationality'),
  },
  {
    name: 'Tipo documento',
    width: 5,
    of: 'guest',
    fact: 'it_document_type',
    required: 'shows_document',
    form: exact(/^[A-Z]{5}$/, 'PASOR'),
    from: shown(documentCode),
    isSecondary: true,
  },
  {
    name: 'Numero documento',
    width: 20,
    of: 'guest',
    fact: 'document_number',
    required: 'shows_document',
    form: exact(/^[A-Z0-9]{1,20}$/, 'AA1234567'),
    from: shown(({ guest }) => guest('document_number')),
  },
  {
    name: 'Luogo rilascio documento',
    width: 9,
    of: 'guest',
    fact: 'it_issue_place',
    required: 'shows_document',
    form: place,
    from: shown(issuePlace),
  },
  {
    name: 'Id appartamento',
    width: 6,
    of: 'property',
    fact: 'it_flat',
    required: 'flats',
    form: exact(/^\d{1,6}$/, '000001'),
    isSecondary: true,
  },
];

/** Nights in two digits; one at least, since a day of arrival and departure is one day of stay. */
function nights({ stay }: Context): Found | undefined {
  const days = daysBetween(stay('arrival_date')?.value, stay('departure_date')?.value);
  return days === undefined || days < 0 ? undefined : derived(String(Math.max(days, 1)).padStart(2, '0'), stay('departure_date'));
}

function onlyIf(condition: 'born_in_italy', fact: 'it_birth_municipality' | 'it_birth_province') {
  return (context: Context): Found | undefined => (conditions[condition].holds(context) ? context.guest(fact) : undefined);
}

/** A code of the portal: typed, or the property's for the state that is read or typed. */
function stateOf(fact: 'it_birth_state' | 'it_citizenship', country: 'birth_country' | 'nationality') {
  return ({ guest, registration }: Context): Found | undefined => {
    const read = guest(country);
    const code = codeOf(registration.property.itStateCodes, read?.value);
    if (guest(fact) || code === undefined) return guest(fact);
    // The portal has codes for persons without a state too, so that only a contradiction matters.
    return { value: code, source: read?.source ?? 'property', doubt: read?.doubt === 'not_a_state' ? undefined : read?.doubt };
  };
}

function birthState(context: Context): Found | undefined {
  return context.guest('birth_country') ? stateOf('it_birth_state', 'birth_country')(context) : undefined;
}

function codeOf(codes: Readonly<Record<string, string>> | undefined, country: string | undefined): string | undefined {
  return country !== undefined && codes && Object.hasOwn(codes, country) ? codes[country] : undefined;
}

/** A field of the document: of whoever must show one. */
function shown(from: (context: Context) => Found | undefined) {
  return (context: Context): Found | undefined => (conditions.shows_document.holds(context) ? from(context) : undefined);
}

const documentCodes: Readonly<Record<string, string>> = { passport: 'PASOR', identity_card: 'IDENT', driving_licence: 'PATEN' };

/** Codes of the portal's table Documenti for the kinds that say it; the others are typed. */
function documentCode({ guest }: Context): Found | undefined {
  const [said, type] = [guest('it_document_type'), guest('document_type')];
  if (said || type === undefined) return said;
  const isItalianCard = type.value === 'identity_card' && guest('document_issuer')?.value === 'ITA' && type.source === 'zone';
  return derived(isItalianCard ? 'IDELE' : documentCodes[type.value], type);
}

/**
 * A document from abroad was issued in its state; of an Italian one the municipality is asked for.
 */
function issuePlace({ guest, registration }: Context): Found | undefined {
  const [said, issuer] = [guest('it_issue_place'), guest('document_issuer')];
  return said ?? (issuer?.value === 'ITA' ? undefined : derived(codeOf(registration.property.itStateCodes, issuer?.value), issuer));
}
