/** Characters that are kept, from the end. */
const maxCharacters = 500;

/**
 * Makes a message of a decoder or of a crash fit for a log: one short line of printable ASCII. Such
 * messages quote bytes of files, and may quote what was read, so whatever could stand in a machine
 * readable zone (capitals, digits, `<`; ICAO Doc 9303-3, section 4.3) is blotted out, but for
 * places in source files.
 */
export function redactText(text: string): string {
  return text
    .replace(/[^\x21-\x7e]+/g, ' ')
    .replace(/(\.[cm]?[jt]s(?::\d{1,5}){1,2})|[A-Z0-9<]{2,}/g, (_, place?: string) => place ?? '*')
    .trim()
    .slice(-maxCharacters);
}
