import type { MrzDocument } from '@ocr-web/mrz';
import { layoutOf } from '../../tables/layouts/layout-of.ts';
import { lessSure } from '../known/doubt-known.ts';
import { findLabelled } from '../labels/find-labelled.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import type { Search } from '../search.ts';
import { findByLayout, isMisplaced, keysOfLayout } from './find-by-layout.ts';
import { findFaintLabels } from './find-faint-labels.ts';

/** Beside a label that is hardly legible a value is believed no more than this. */
const mostOfFaint = 0.8;

/**
 * What the layout of a state's document tells of values that were not found: by labels that only
 * this document has, then by the order of its fields.
 */
export function findOfLayout(document: MrzDocument, labels: readonly FoundLabel[], search: Search): void {
  const layout = layoutOf(document);
  if (!layout) return;
  const { values, lines, keep } = search;
  if (isMisplaced(layout, values)) delete values.issue_date;
  const missing = keysOfLayout.filter((key) => !values[key]);
  const faint = findFaintLabels(missing, layout, lines.free());
  const all = [...labels, ...faint];
  for (const { key } of faint) if (key !== 'other') keep(key, lessSure(findLabelled(key, all, lines), mostOfFaint));
  for (const key of keysOfLayout) if (!values[key]) keep(key, findByLayout(key, layout, search, all));
}
