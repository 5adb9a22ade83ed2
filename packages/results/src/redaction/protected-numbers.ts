import type { FieldName, MrzDocument } from '@ocr-web/mrz';

/** A number of a person that the law of a state protects, and where its documents carry it. */
export type ProtectedNumber = {
  /** What the state calls it. */
  readonly name: string;
  /** The issuer that the document names. */
  readonly issuer: string;
  /** Fields of the zone that hold it: the whole field goes, whatever else stands in it. */
  readonly fields: readonly FieldName[];
  /** Only documents whose number looks so, where an issuer has several kinds. */
  readonly documentNumber?: RegExp;
  /** How a barcode that holds nothing else writes it. */
  readonly inBarcode?: RegExp;
  /** The rule that restricts who may keep it. */
  readonly law: string;
};

/**
 * Numbers that whoever lodges guests or checks ages has no business with: most states allow their
 * use only where a law says so.
 */
export const protectedNumbers: readonly ProtectedNumber[] = [
  {
    name: 'burgerservicenummer (BSN)',
    issuer: 'NLD',
    fields: ['optional1', 'optional2'],
    inBarcode: /^(?:BSN\W?)?\d{9}$/i,
    law: 'Uitvoeringswet Algemene verordening gegevensbescherming, art. 46',
  },
  {
    name: 'resident registration number',
    issuer: 'KOR',
    fields: ['optional1'],
    inBarcode: /^\d{6}-?\d{7}$/,
    law: 'Personal Information Protection Act (Republic of Korea), art. 24-2',
  },
  {
    name: 'Hong Kong identity card number',
    issuer: 'CHN',
    fields: ['optional1'],
    documentNumber: /^[HK]/,
    law: 'Code of Practice on the Identity Card Number and other Personal Identifiers (Privacy Commissioner, Hong Kong)',
  },
  {
    name: 'NRIC or FIN',
    issuer: 'SGP',
    fields: ['optional1'],
    inBarcode: /^[STFGM]\d{7}[A-Z]$/,
    law: 'Advisory Guidelines on the Personal Data Protection Act for NRIC and other National Identification Numbers (PDPC, Singapore, 2018)',
  },
  {
    name: 'numéro de registre national / rijksregisternummer',
    issuer: 'BEL',
    fields: ['optional1', 'optional2'],
    inBarcode: /^\d{11}$/,
    law: 'Loi du 8 août 1983 organisant un registre national des personnes physiques, art. 8',
  },
];

/** Whether a document's issuer has that number. */
export function protects({ issuer, documentNumber }: ProtectedNumber, document: MrzDocument): boolean {
  if (document.issuer?.code !== issuer) return false;
  return documentNumber === undefined || documentNumber.test(document.fields.number?.value ?? '');
}
