// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.
/**
 * Documents that may be valid for life, by format and issuer (`TD1 ITA`), and the day before which none of them can have expired. See
 * data/documents-without-expiry.tsv for the sources.
 */
export const documentsWithoutExpiry: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ['TD1 BGR', '2003-03-29'],
  ['TD1 ESP', '2006-03-16'],
  ['TD1 HRV', '2003-01-01'],
  ['TD1 HUN', '2000-01-01'],
  ['TD1 ITA', '2001-03-15'],
  ['TD1 LTU', '2003-01-01'],
  ['TD1 POL', '2001-01-01'],
  ['TD1 PRT', '2007-02-14'],
  ['TD1 SRB', '2008-04-01'],
  ['TD1 SVK', '2008-01-01'],
  ['TD1 SVN', '2003-06-20'],
]);
