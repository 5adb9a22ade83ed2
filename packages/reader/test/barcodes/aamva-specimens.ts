type Subfile = { readonly type: string; readonly elements: readonly string[] };

/**
 * An AAMVA file as annex D.12 of the DL/ID Card Design Standard lays it out.
 *
 * @param version of the standard; before 2 the header has no version of the jurisdiction
 */
export function composeAamva(issuerNumber: string, version: number, subfiles: readonly Subfile[]): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const head = `@\n\u001e\rANSI ${issuerNumber}${two(version)}${version >= 2 ? '00' : ''}${two(subfiles.length)}`;
  const bodies = subfiles.map(({ type, elements }) => `${type}${elements.join('\n')}\r`);
  let offset = head.length + 10 * subfiles.length;
  const entries = subfiles.map(({ type }, index) => {
    const entry = `${type}${String(offset).padStart(4, '0')}${String(bodies[index]!.length).padStart(4, '0')}`;
    offset += bodies[index]!.length;
    return entry;
  });
  return `${head}${entries.join('')}${bodies.join('')}`;
}

/** The example of the standard of 2020, annex D.12.6, with its invented holder. */
export const virginia2020 = composeAamva('636000', 10, [
  {
    type: 'DL',
    elements: [
      'DAQT64235789',
      'DCSSAMPLE',
      'DDEN',
      'DACMICHAEL',
      'DDFN',
      'DADJOHN',
      'DDGN',
      'DCUJR',
      'DCAD',
      'DCBK',
      'DCDPH',
      'DBD06062019',
      'DBB06061986',
      'DBA12102024',
      'DBC1',
      'DAU068 in',
      'DAYBRO',
      'DAG2300 WEST BROAD STREET',
      'DAIRICHMOND',
      'DAJVA',
      'DAK232690000  ',
      'DCF2424244747474786102204',
      'DCGUSA',
      'DCK123456789',
      'DDAF',
      'DDB06062018',
      'DDC06062020',
      'DDD1',
    ],
  },
  { type: 'ZV', elements: ['ZVA01'] },
]);

export const virginia2020Fields = {
  surname: 'SAMPLE',
  given_names: 'MICHAEL JOHN',
  name_suffix: 'JR',
  document_number: 'T64235789',
  document_discriminator: '2424244747474786102204',
  birth_date: '1986-06-06',
  issue_date: '2019-06-06',
  expiry_date: '2024-12-10',
  sex: 'M',
  address: '2300 WEST BROAD STREET, RICHMOND, VA 23269',
  city: 'RICHMOND',
  region: 'VA',
  postal_code: '23269',
  country: 'US',
  authority: 'US-VA',
  height: '68 in',
  eye_colour: 'BRO',
  vehicle_class: 'D',
  restrictions: 'K',
  endorsements: 'PH',
};
