/** An option, or an argument without a name of its own on the command line (`positional`). */
export type ArgumentDefinition = { readonly description: string } & (
  | { readonly type: 'positional'; readonly required: boolean }
  | { readonly type: 'boolean'; readonly alias?: string }
  | { readonly type: 'string'; readonly valueHint: string; readonly default?: string }
  | { readonly type: 'enum'; readonly options: readonly string[] }
);

export type ArgumentDefinitions = Readonly<Record<string, ArgumentDefinition>>;

type ValueOf<Definition> = Definition extends { readonly type: 'boolean' }
  ? boolean | undefined
  : Definition extends { readonly type: 'enum'; readonly options: readonly (infer Word)[] }
    ? Word | undefined
    : Definition extends { readonly default: string } | { readonly required: true }
      ? string
      : string | undefined;

/** The values by name; `_` holds every positional argument. */
export type ArgumentValues<Definitions> = { readonly [Name in keyof Definitions]: ValueOf<Definitions[Name]> } & {
  readonly _: readonly string[];
};

/** How an option is written, the long name first; nothing for a positional argument. */
export function optionNames(name: string, definition: ArgumentDefinition): string[] {
  if (definition.type === 'positional') return [];
  return [`--${name}`, ...('alias' in definition && definition.alias ? [`-${definition.alias}`] : [])];
}
