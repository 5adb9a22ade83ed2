import { type PageEncoding, type PageFile, pageEncodings } from './open-page-files.ts';

/**
 * Returns the best content coding that a client takes and a file has; undefined for the bytes as
 * they are. A weight of 0 refuses a coding (RFC 9110, section 12.5.3).
 */
export function chooseEncoding(accepted: string | undefined, { encoded }: Pick<PageFile, 'encoded'>): PageEncoding | undefined {
  const taken = new Set((accepted ?? '').split(',').flatMap(parseCoding));
  return pageEncodings.find(({ name }) => taken.has(name) && encoded[name])?.name;
}

function parseCoding(text: string): string[] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter)) ? [] : [name];
}
