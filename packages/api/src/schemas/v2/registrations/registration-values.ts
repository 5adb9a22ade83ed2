import { type Static, type TOptional, type TString, Type } from 'typebox';

/** One line of text; a value of no register is longer. */
const text = (description: string) =>
  Type.Optional(Type.String({ maxLength: 300, pattern: '^[^\\u0000-\\u001f\\u007f]{0,300}$', description }));

type Texts<Names extends string> = Record<Names, TOptional<TString>>;

function texts<Names extends string>(descriptions: Readonly<Record<Names, string>>): Texts<Names> {
  return Object.fromEntries(Object.entries<string>(descriptions).map(([name, description]) => [name, text(description)])) as Texts<Names>;
}

const state = 'ISO 3166-1 alpha-3 code';
const day = 'YYYY-MM-DD';

/** Values of a guest, of whatever register. */
export const RegistrationGuestValues = Type.Object(
  texts({
    surname: 'All surnames.',
    first_surname: 'The first of two surnames (ses).',
    second_surname: 'The second of two surnames (ses).',
    given_names: 'Given names.',
    sex: 'M, F or X.',
    birth_date: `Date of birth, ${day}.`,
    birth_place: 'Place of birth.',
    birth_country: `Country of birth: ${state}.`,
    nationality: `Nationality: ${state}, or the code that the register has for a person without a state.`,
    document_type: 'passport, identity_card, residence_permit, driving_licence, visa or other.',
    document_number: 'Number of the document; on Spanish cards DNI or NIE.',
    support_number: 'Number of the Spanish card itself (ses).',
    document_issuer: `State that issued the document: ${state}.`,
    visa_number: 'Number of the visa (ubyport).',
    address: 'Street and number of the residence.',
    address_extra: 'Second line of the address (ses).',
    postal_code: 'Postal code of the residence.',
    municipality: 'Town of the residence.',
    municipality_code: 'Code of the Spanish municipality (INE), 5 digits (ses).',
    residence_country: `Country of residence: ${state}.`,
    phone: 'Telephone.',
    email: 'E-mail.',
    kinship: 'What a minor is to the adult: child, grandchild, sibling … (ses).',
    party_role: 'single, head_of_family, head_of_group, family_member or group_member (alloggiati).',
    note: 'A note (ubyport).',
    it_birth_municipality: 'Municipality of birth, 9 digits of the portal (alloggiati).',
    it_birth_province: 'Province of birth, 2 letters (alloggiati).',
    it_birth_state: 'State of birth, 9 digits of the portal (alloggiati).',
    it_citizenship: 'Citizenship, 9 digits of the portal (alloggiati).',
    it_document_type: 'Kind of document, 5 letters of the portal (alloggiati).',
    it_issue_place: 'Where the document was issued, 9 digits of the portal (alloggiati).',
    hr_document_type: 'Kind of document, code of eVisitor (evisitor).',
    hr_payment_category: 'Category of the tourist tax, code of eVisitor (evisitor).',
  }),
  { $id: 'RegistrationGuestValues', additionalProperties: false },
);

/** Values of a stay. */
export const RegistrationStay = Type.Object(
  texts({
    reference: 'Reference of the booking (ses).',
    contract_date: `Day of the contract, ${day} (ses).`,
    arrival_date: `Day of arrival, ${day}.`,
    arrival_time: 'Time of arrival, HH:MM (ses, evisitor).',
    departure_date: `Day of departure, ${day}.`,
    departure_time: 'Time of departure, HH:MM (ses, evisitor).',
    rooms: 'Number of rooms (ses).',
    party: 'family, group or separate (alloggiati).',
    payment_type: 'cash, card, platform, transfer, mobile, gift_card, on_arrival or other (ses).',
    payment_date: `Day of the payment, ${day} (ses).`,
    purpose: 'Purpose of the stay, 2 digits (ubyport).',
    file_number: 'Number of the file (siba).',
  }),
  { $id: 'RegistrationStay', additionalProperties: false },
);

const codes = (description: string) =>
  Type.Optional(Type.Record(Type.String({ maxLength: 32 }), Type.String({ maxLength: 32 }), { maxProperties: 400, description }));

/** Values of the lodging, and its code lists. */
export const RegistrationProperty = Type.Object(
  {
    ...texts({
      name: 'Name of the lodging.',
      short_name: 'Short name (siba).',
      street: 'Street.',
      house_number: 'House number (ubyport).',
      orientation_number: 'Orientation number (ubyport).',
      municipality: 'Town.',
      municipality_part: 'Part of the town (ubyport).',
      district: 'District (ubyport).',
      postal_code: 'Postal code.',
      phone: 'Telephone.',
      fax: 'Fax (siba).',
      email: 'E-mail.',
      contact_name: 'Person to contact.',
      check_in_time: 'Usual time of arrival, HH:MM.',
      check_out_time: 'Usual time of departure, HH:MM.',
      es_establishment: 'Code of the establishment (ses).',
      es_lessor: 'Code of the lessor (ses, variant soap).',
      it_flat: 'Id of the flat (alloggiati, variant flats).',
      pt_unit: 'Tax number of the unit, 9 digits (siba).',
      pt_establishment: 'Number of the establishment (siba).',
      cz_idub: 'IDUB (ubyport).',
      cz_abbreviation: 'Abbreviation, 5 characters (ubyport).',
      hr_facility: 'Code of the facility (evisitor).',
      hr_arrival_organisation: 'How arrivals are organised (evisitor).',
      hr_service_type: 'Service offered (evisitor).',
      hr_payment_category: 'Usual category of the tourist tax (evisitor).',
    }),
    it_state_codes: codes('Codes of the Italian portal by ISO 3166-1 alpha-3 code.'),
    hr_document_types: codes('Codes of eVisitor by kind of document.'),
  },
  { $id: 'RegistrationProperty', additionalProperties: false },
);

export type RegistrationGuestValuesBody = Static<typeof RegistrationGuestValues>;
export type RegistrationStayBody = Static<typeof RegistrationStay>;
export type RegistrationPropertyBody = Static<typeof RegistrationProperty>;
