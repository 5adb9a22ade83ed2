// Written by scripts/generate/generate-mrz-tables.ts. Do not edit.
/** Names of the formats: those of ICAO Doc 9303 and those found outside it. */
export type FormatName = 'CHE-DL' | 'CHN-EP' | 'DEU-ID' | 'EU-DL' | 'FRA-DL' | 'FRA-ID' | 'IND-PASSPORT' | 'MRVA' | 'MRVB' | 'SVK-ID' | 'TD1' | 'TD2' | 'TD3';
