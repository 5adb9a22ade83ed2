type Forms = { readonly zero?: string; readonly one: string; readonly other: string };

/** Returns the form of a sentence for a count, with `#` replaced by the number. */
export function plural(language: string, count: number, forms: Forms): string {
  const rule = new Intl.PluralRules(language).select(count);
  const form = count === 0 && forms.zero !== undefined ? forms.zero : rule === 'one' ? forms.one : forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}
