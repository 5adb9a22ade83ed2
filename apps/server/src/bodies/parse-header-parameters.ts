/** A header's value with its parameters, names in lower case. */
export type HeaderParameters = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

/**
 * One parameter: a token, and a quoted string or a bare value (RFC 2045, section 5.1). No two parts
 * of it match the same character.
 */
const parameter = /;[ \t]*([^\s;="]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gs;

/**
 * Splits a header such as `form-data; name="a"; filename="b.png"`. Of parameters of the same name
 * the first counts.
 *
 * A backslash is an escape before a quotation mark or a backslash only: old browsers send whole
 * Windows paths as they are.
 */
export function parseHeaderParameters(header: string): HeaderParameters {
  const end = header.indexOf(';');
  const value = (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of header.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? bare : quoted.replace(/\\(["\\])/g, '$1'));
  }
  return { value, parameters };
}
