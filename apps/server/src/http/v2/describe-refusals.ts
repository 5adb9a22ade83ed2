import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';

/** A part of a request that its schema refuses, and what would be valid. */
export type Refusal = { readonly field: string; readonly detail: string };

const kinds: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-11-23',
  'date-time': 'a time such as 2026-11-23T12:00:00Z',
  uuid: 'a UUID',
};

/** Which fields an error of a schema is about, and what each of them must be. */
export function describeRefusals(error: TLocalizedValidationError): Refusal[] {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword === 'required') {
    return error.params.requiredProperties.map((name) => ({
      field: path === '' ? name : `${path}.${name}`,
      detail: 'This field is required.',
    }));
  }
  // A field that the schema does not know is reported twice: by itself, and by what it stands in.
  if (error.keyword === 'additionalProperties') return [];
  return [{ field: path === '' ? 'body' : path, detail: describe(error) }];
}

/** What a query has that its schema does not know: the first of them, since there may be many. */
export function describeUnknown(schema: TSchema, query: unknown): Refusal[] {
  const known = Object.keys((schema as { properties?: object }).properties ?? {});
  const unknown = Object.keys(query as object).find((name) => !known.includes(name));
  if (unknown === undefined) return [];
  return [{ field: unknown.slice(0, longestName), detail: `There is no such parameter. There are ${known.join(', ')}.` }];
}
const longestName = 64;

function describe(error: TLocalizedValidationError): string {
  switch (error.keyword) {
    case 'boolean':
      return 'There is no such field.';
    case 'const':
      return `It must be ${JSON.stringify(error.params.allowedValue)}.`;
    case 'enum':
      return `It must be one of ${error.params.allowedValues.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'format':
      return `It must be ${formats[error.params.format] ?? `of the format "${error.params.format}"`}.`;
    case 'maximum':
      return `It must be ${error.params.limit} or less.`;
    case 'minimum':
      return `It must be ${error.params.limit} or more.`;
    case 'type':
      return `It must be ${[error.params.type].flat().map(nameKind).join(' or ')}.`;
    default:
      return `It ${error.message}.`;
  }
}

function nameKind(type: string): string {
  return kinds[type] ?? type;
}
