import type { Layout } from './layout.ts';

/** The States whose visas and permits follow the European Union's forms. */
const european =
  'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA D GRC HUN ISL IRL ITA LVA LIE LTU LUX MLT NLD NOR POL PRT ROU SVK SVN ESP SWE CHE'.split(' ');

/**
 * The uniform format for visas (Council Regulation (EC) No 1683/95, annex): valid for, from and
 * until; type, entries, duration; issued in; on, number of passport; names; remarks.
 */
const schengenVisa: Layout = {
  issuers: european,
  formats: ['MRVA', 'MRVB'],
  rows: ['document_number', 'expiry_date', 'visa_type entries duration', 'authority', 'issue_date', 'surname', 'remarks'],
  lines: { remarks: 2 },
  labels: {
    visa_type: 'TYPE OF VISA|TYPE DE VISA',
    entries: "NUMBER OF ENTRIES|NOMBRE D'ENTRÉES",
    duration: 'DURATION OF STAY|DURÉE DE SÉJOUR',
    authority: 'ISSUED IN|DÉLIVRÉ À',
    issue_date: 'ON|LE',
    remarks: 'REMARKS|REMARQUES',
  },
  dates: 'numeric',
};

/**
 * The uniform format for residence permits (Council Regulation (EC) No 1030/2002, annex), which the
 * United Kingdom printed as well: its front, then its back, which has the zone.
 */
const permit: Layout = {
  issuers: [...european, 'GBR'],
  formats: ['TD1'],
  codes: /^(IR|AR|CR|RP|RT|R|I)$/,
  rows: ['surname', 'expiry_date', 'authority issue_date', 'visa_type', 'birth_date', 'place_of_birth', 'sex nationality', 'remarks'],
  lines: { visa_type: 2, remarks: 4 },
  labels: {
    expiry_date: 'CARD EXPIRY|VALID UNTIL',
    authority: 'PLACE AND DATE OF ISSUE',
    visa_type: 'TYPE OF PERMIT',
    birth_date: 'DATE AND PLACE OF BIRTH',
    remarks: 'REMARKS',
  },
  dates: 'numeric',
};

export const visasAndPermits: readonly Layout[] = [schengenVisa, permit];
