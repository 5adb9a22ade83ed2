import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Replaces the sets of the same names in a baseline file and keeps the others, by name. */
export function mergeBaseline<Named extends { readonly name: string }>(file: string, fresh: readonly Named[]): void {
  const former = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Named[]) : [];
  const all = [...former.filter(({ name }) => !fresh.some((set) => set.name === name)), ...fresh];
  all.sort((a, b) => a.name.localeCompare(b.name));
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}
