/** One setting: the variable that carries it, what it means, and how its text becomes a value. */
export type Setting<T> = {
  readonly env: string;
  readonly doc: string;
  /**
   * The text that stands in when the variable is missing or empty. Empty: the setting is optional.
   */
  readonly fallback: string;
  /** The fallback as the reference prints it, where it differs from one machine to the next. */
  readonly fallbackDoc?: string;
  /** Whether its text must never be printed. */
  readonly isSecret?: boolean;
  /** Throws an Error that says which values are valid. */
  readonly parse: (text: string) => T;
};

/** A row of the table of settings, its type taken from its parser. */
export const setting = <T>(definition: Setting<T>): Setting<T> => definition;
