import type { TextReading } from '../../recognise/text-reading.ts';
import { type FoundValues, findByOrder, medianCap } from '../find-by-order.ts';
import { type FoundValue, valueOfLines } from '../found-value.ts';
import { findLabelled } from '../labels/find-labelled.ts';
import { type FoundLabel, isOfLabel } from '../labels/find-labels.ts';
import { goOn } from '../lines/go-on.ts';
import { capHeight, type PageLines } from '../lines/page-lines.ts';
import { namesAuthority } from '../names-authority.ts';
import { findPhrases } from './find-phrases.ts';

/** A text beside a label of authorities that is seen less surely may be another value. */
const minNamed = 0.7;
/** Where no label tells an authority, a known one is believed no more than this. */
const mostByPhrase = 0.85;
const mostLines = 3;
/** A known phrase is so much of its line's letters at least, and has so many. */
const minShare = 0.5;
const minLetters = 5;
/** What is set higher than values is a heading. */
const maxHeight = 1.45;
const minConfidence = 0.4;

/**
 * The authority that a label names, or, where the label hardly does, what stands in its place and
 * names one, or a known office of the state anywhere.
 */
export function findAuthority(
  issuer: string | undefined,
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundValue | undefined {
  const labelled = findLabelled('authority', labels, lines);
  const isSure = labelled !== undefined && (labelled.confidence >= minNamed || namesAuthority(labelled.value));
  if (isSure) return labelled;
  const known = findKnownOffice(issuer, values, labels, lines);
  if (known) return known;
  const byOrder = labelled && findByOrder('authority', values, labels, lines);
  return byOrder && namesAuthority(byOrder.value) ? byOrder : labelled;
}

/** The lines of an office of the state that is known by its name. */
function findKnownOffice(
  issuer: string | undefined,
  values: FoundValues,
  labels: readonly FoundLabel[],
  lines: PageLines,
): FoundValue | undefined {
  const highest = maxHeight * (medianCap(values) ?? Number.POSITIVE_INFINITY);
  const free = lines
    .free()
    .filter((reading) => reading.confidence >= minConfidence && capHeight(reading) < highest && !isOfLabel(reading, labels));
  const first = free.find((reading) => isOffice(reading, issuer));
  if (!first) return undefined;
  const all = goOn(first, free, mostLines, labels);
  const sure = all.reduce((product, { characters }) => product * characters.reduce((part, { confidence }) => part * confidence, 1), 1);
  return valueOfLines(all, Math.min(mostByPhrase, sure));
}

function isOffice(reading: TextReading, issuer: string | undefined): boolean {
  const letters = reading.plain.length;
  return findPhrases(reading, issuer).some(
    ({ phrase: { isOwn, pattern } }) => isOwn && pattern.expected.length >= minLetters && pattern.expected.length >= minShare * letters,
  );
}
