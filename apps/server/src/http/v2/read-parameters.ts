import type { TSchema } from 'typebox';

type Reader = (text: string) => number | boolean | undefined;

/** How the text of each kind of parameter is read; undefined for what is none. */
const readers: Readonly<Record<string, Reader>> = {
  integer: (text) => (/^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined),
  number: (text) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};

/**
 * Turns the texts of a path or a query into what the schema asks for. A text that is not exactly
 * such a value stays a text, for the schema to refuse: TypeBox's own conversion makes 1 of "true"
 * and 0 of "0.5", and that could be somebody's scan.
 */
export function readParameters(schema: TSchema, data: unknown): unknown {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> };
  return Object.fromEntries(
    Object.entries(data as Record<string, unknown>).map(([name, text]) => {
      const reader = Object.hasOwn(properties, name) ? readers[properties[name]?.type ?? ''] : undefined;
      return [name, reader && typeof text === 'string' ? (reader(text) ?? text) : text];
    }),
  );
}
