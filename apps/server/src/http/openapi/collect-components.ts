type Json = Readonly<Record<string, unknown>>;

/** Components of the document, by their names. */
export type Components = {
  /**
   * Returns a schema as the document shows it: whatever has an `$id` in it, itself included, is a
   * reference to a component.
   */
  readonly refer: (schema: unknown) => unknown;
  /** Every component that something refers to, by name. */
  readonly list: () => Readonly<Record<string, unknown>>;
};

/**
 * Collects the named schemas.
 *
 * The schemas are those that requests are checked with. Two things change their form only: names
 * become references, and bytes, which no JSON Schema can describe, get the type and the format by
 * which OpenAPI's tools know a file.
 */
export function collectComponents(): Components {
  const components = new Map<string, unknown>();
  const add = (name: string, schema: unknown) => {
    const known = components.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`Two different schemas are called ${name}.`);
    components.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  };
  const refer = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(refer);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { $id, ...rest } = schema as Json;
    const shown = Object.fromEntries(Object.entries(asFile(rest)).map(([key, value]) => [key, key === 'examples' ? value : refer(value)]));
    return typeof $id === 'string' ? add($id, shown) : shown;
  };
  return { refer, list: () => Object.fromEntries([...components].sort(([one], [other]) => (one < other ? -1 : 1))) };
}

function asFile(schema: Json): Json {
  const isFile = schema.contentMediaType === 'application/octet-stream' && schema.type === undefined;
  if (!isFile) return schema;
  const { contentMediaType: _, ...rest } = schema;
  return { type: 'string', format: 'binary', ...rest };
}
