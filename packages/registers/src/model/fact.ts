/**
 * Where a value comes from. `desk`: whoever checks the guest in; `property`: the lodging's data.
 */
export type Source = 'zone' | 'visual' | 'desk' | 'property';

/** What a fact is about. */
export type Level = 'property' | 'stay' | 'guest';

/** What a value looks like; every value is text. `day` is YYYY-MM-DD, `time` HH:MM. */
export type FactKind = 'text' | 'day' | 'time' | 'state' | 'number' | 'choice';

/** One thing that registers ask for, under one name for all of them. */
export interface Fact {
  readonly kind: FactKind;
  /** Sources in falling order of weight: what the desk types wins. */
  readonly sources: readonly Source[];
  /** The words that a choice allows. */
  readonly choices?: readonly string[];
}

const printed = { sources: ['desk', 'visual', 'zone'] } as const;
const seen = { sources: ['desk', 'visual'] } as const;
const typed = { sources: ['desk'] } as const;

/** Documents as registers tell them apart. */
const documentTypes = ['passport', 'identity_card', 'residence_permit', 'driving_licence', 'visa', 'other'] as const;

/** What a child is to the adult it travels with, and the other ties that registers list. */
const kinships = [
  ...['child', 'grandchild', 'great_grandchild', 'nephew_niece', 'sibling', 'parent', 'grandparent', 'great_grandparent'],
  ...['uncle_aunt', 'spouse', 'sibling_in_law', 'parent_in_law', 'child_in_law', 'guardian', 'other'],
] as const;

/** Facts of a guest. */
export const guestFacts = {
  surname: { kind: 'text', ...printed },
  first_surname: { kind: 'text', ...printed },
  second_surname: { kind: 'text', ...printed },
  given_names: { kind: 'text', ...printed },
  sex: { kind: 'choice', choices: ['M', 'F', 'X'], ...printed },
  birth_date: { kind: 'day', ...printed },
  birth_place: { kind: 'text', ...seen },
  birth_country: { kind: 'state', ...seen },
  nationality: { kind: 'state', ...printed },
  document_type: { kind: 'choice', choices: documentTypes, ...printed },
  document_number: { kind: 'text', ...printed },
  support_number: { kind: 'text', ...printed },
  document_issuer: { kind: 'state', ...printed },
  visa_number: { kind: 'text', ...printed },
  address: { kind: 'text', ...seen },
  address_extra: { kind: 'text', ...seen },
  postal_code: { kind: 'text', ...seen },
  municipality: { kind: 'text', ...seen },
  municipality_code: { kind: 'text', ...typed },
  residence_country: { kind: 'state', ...seen },
  phone: { kind: 'text', ...typed },
  email: { kind: 'text', ...typed },
  kinship: { kind: 'choice', choices: kinships, ...typed },
  party_role: { kind: 'choice', choices: ['single', 'head_of_family', 'head_of_group', 'family_member', 'group_member'], ...typed },
  note: { kind: 'text', ...typed },
  it_birth_municipality: { kind: 'text', ...typed },
  it_birth_province: { kind: 'text', ...typed },
  it_birth_state: { kind: 'text', ...typed },
  it_citizenship: { kind: 'text', ...typed },
  it_document_type: { kind: 'text', ...typed },
  it_issue_place: { kind: 'text', ...typed },
  hr_document_type: { kind: 'text', ...typed },
  hr_payment_category: { kind: 'text', ...typed },
} as const satisfies Readonly<Record<string, Fact>>;

/** Facts of a stay, the same for everybody who stays. */
export const stayFacts = {
  reference: { kind: 'text', ...typed },
  contract_date: { kind: 'day', ...typed },
  arrival_date: { kind: 'day', ...typed },
  arrival_time: { kind: 'time', ...typed },
  departure_date: { kind: 'day', ...typed },
  departure_time: { kind: 'time', ...typed },
  rooms: { kind: 'number', ...typed },
  party: { kind: 'choice', choices: ['family', 'group', 'separate'], ...typed },
  payment_type: {
    kind: 'choice',
    choices: ['cash', 'card', 'platform', 'transfer', 'mobile', 'gift_card', 'on_arrival', 'other'],
    ...typed,
  },
  payment_date: { kind: 'day', ...typed },
  purpose: { kind: 'text', ...typed },
  file_number: { kind: 'number', ...typed },
} as const satisfies Readonly<Record<string, Fact>>;

const owned = { sources: ['property'] } as const;

/** Facts of the lodging, typed once. */
export const propertyFacts = {
  name: { kind: 'text', ...owned },
  short_name: { kind: 'text', ...owned },
  street: { kind: 'text', ...owned },
  house_number: { kind: 'text', ...owned },
  orientation_number: { kind: 'text', ...owned },
  municipality: { kind: 'text', ...owned },
  municipality_part: { kind: 'text', ...owned },
  district: { kind: 'text', ...owned },
  postal_code: { kind: 'text', ...owned },
  phone: { kind: 'text', ...owned },
  fax: { kind: 'text', ...owned },
  email: { kind: 'text', ...owned },
  contact_name: { kind: 'text', ...owned },
  check_in_time: { kind: 'time', ...owned },
  check_out_time: { kind: 'time', ...owned },
  es_establishment: { kind: 'text', ...owned },
  es_lessor: { kind: 'text', ...owned },
  it_flat: { kind: 'text', ...owned },
  pt_unit: { kind: 'text', ...owned },
  pt_establishment: { kind: 'text', ...owned },
  cz_idub: { kind: 'text', ...owned },
  cz_abbreviation: { kind: 'text', ...owned },
  hr_facility: { kind: 'text', ...owned },
  hr_arrival_organisation: { kind: 'text', ...owned },
  hr_service_type: { kind: 'text', ...owned },
  hr_payment_category: { kind: 'text', ...owned },
} as const satisfies Readonly<Record<string, Fact>>;

export type GuestFact = keyof typeof guestFacts;
export type StayFact = keyof typeof stayFacts;
export type PropertyFact = keyof typeof propertyFacts;

/** Facts by what they are about. */
export const factsOf: Readonly<Record<Level, Readonly<Record<string, Fact>>>> = {
  property: propertyFacts,
  stay: stayFacts,
  guest: guestFacts,
};
