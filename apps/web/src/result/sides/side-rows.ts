import { formatDay } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import type { Sides } from './joined-sides.ts';

/** What one of two sides says, or both do. */
export type SideRow = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** Index of the side that says it. */
  readonly side: number;
  readonly isOnBoth: boolean;
};

/** One row for each thing that either side says, in the order in which people look for them. */
export function listSideRows({ sides, agrees, fields }: Sides): SideRow[] {
  const { sides: words } = messages.value;
  const order = Object.keys(labels());
  const names = Object.keys(fields).toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  return names.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const side = sides.findIndex(({ file, page }) => file === field.file && page === field.page);
    const isOnBoth = agrees.some((one) => one === name);
    return [{ name, label: labelOf(name), value: sayValue(field.value), source: words.sources[field.source], side, isOnBoth }];
  });
}

/** Dates that both sides could say are ISO dates. */
function sayValue(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value;
}

export function labelOf(name: string): string {
  return labels()[name] ?? name;
}

function labels(): Readonly<Record<string, string>> {
  const { print, barcode } = messages.value;
  return { ...print.fields, ...barcode.fields };
}
