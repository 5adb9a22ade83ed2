import type { Registration } from '../src/index.ts';

/** The stay and the lodgings of every register, as a hotel would have typed them once. */
export const stay: Registration['stay'] = {
  ...{ reference: 'booking-77', contract_date: '2026-11-01', arrival_date: '2026-11-23', arrival_time: '17:30' },
  ...{ departure_date: '2026-11-26', departure_time: '11:00', payment_type: 'card', purpose: '10', file_number: '97' },
};

const property: Registration['property'] = {
  values: {
    ...{
      name: 'Hotel Specimen',
      short_name: 'Specimen',
      street: 'Rua da Alegria, 172',
      municipality: 'Portalegre',
      district: 'Portalegre',
    },
    ...{ house_number: '172', phone: '214017744', email: 'desk@example.com', contact_name: 'Ana Specimen' },
    ...{ es_establishment: '0000012345', es_lessor: '0000000001', it_flat: '000123', pt_unit: '121212121', pt_establishment: '00' },
    ...{ cz_idub: '123456789012', cz_abbreviation: 'VODPO', hr_facility: '0000001', hr_payment_category: '14' },
  },
  // Made up: the real ones are behind the login of each portal.
  itStateCodes: {
    ...{ DEU: '100000001', IND: '100000002', ITA: '100000100', ESP: '100000003', COL: '100000004', SYR: '100000005' },
    ...{ POL: '100000006', XXB: '100000007' },
  },
  hrDocumentTypes: { passport: '001', identity_card: '002', residence_permit: '003', other: '004' },
};

/** The lodging as one register wants it: postal codes look different in each country. */
export function propertyFor(register: string): Registration['property'] {
  const postal: Readonly<Record<string, string>> = { siba: '1000-234', ubyport: '38901' };
  return { ...property, values: { ...property.values, postal_code: postal[register] } };
}
