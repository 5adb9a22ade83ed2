/** Formats of visas, which have other fields than other documents (ICAO 9303-7, 3). */
export const visas: ReadonlySet<string> = new Set(['MRVA', 'MRVB']);
