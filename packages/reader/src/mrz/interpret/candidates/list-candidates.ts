import { alphabet, classCount } from '../../recognise/line-logits.ts';
import { type AmbiguousZeroOs, zeroOConsistency, zeroOModel } from '../hypotheses/disambiguate-zero-o.ts';
import type { Hypothesis } from '../hypotheses/hypothesise-formats.ts';
import { cheapestSubsets } from './cheapest-subsets.ts';
import { type Draft, draftDocument } from './draft-document.ts';
import { logPrior } from './log-prior.ts';

/**
 * A document that the picture may show under a hypothesis. `score` is the logarithm of its
 * unnormalised probability.
 */
export type Candidate = {
  readonly hypothesis: Hypothesis;
  /** What the lines show and the format allows, as in {@link Draft}. */
  readonly weights: readonly Float32Array[];
  readonly lines: readonly string[];
  readonly score: number;
};

type Alternative = {
  readonly group: number;
  readonly line: number;
  readonly column: number;
  readonly character: string;
  readonly cost: number;
};

/**
 * A character is an alternative only if it costs no more than this, in nats (about one in 150).
 * What the picture shows clearly is never changed, however well another character would suit the
 * check digits.
 */
export const maxCharacterCost = 5;
const maxTotalCost = 9;
const maxCandidates = 256;
const maxBesideZeroO = 16;

/**
 * Drafts that are this much less probable than the best document, in nats, are dropped. Consistent
 * zeros and Os can make up for a few nats and nothing else for any, so their share of the
 * probability would be too small to matter.
 */
const maxDraftBehind = 60;

/**
 * All documents worth weighing: for each hypothesis its most probable characters, and every cheap
 * combination of alternatives.
 */
export function listCandidates(hypotheses: readonly Hypothesis[]): Candidate[] {
  const drafts = hypotheses.map(draftDocument);
  const best = Math.max(...drafts.map((draft) => weighLines(draft, draft.lines, 0)));
  return drafts.filter(({ score }) => score >= best - maxDraftBehind).flatMap(varyDraft);
}

function weighLines({ hypothesis: { format, zeroOs }, score }: Draft, lines: readonly string[], cost: number): number {
  return score - cost + logPrior(format, lines) + zeroOConsistency(zeroOs, lines);
}

function varyDraft(draft: Draft): Candidate[] {
  const { hypothesis } = draft;
  const options = listAlternatives(draft);
  const sets = [...cheapestSubsets(options, maxTotalCost, maxCandidates)].map((chosen) => chosen.map((index) => options[index]!));
  return addConsistentZeroOs(sets, options, hypothesis.zeroOs).map((picked) => {
    const lines = replaceCharacters(draft.lines, picked);
    const cost = picked.reduce((sum, { cost }) => sum + cost, 0);
    return { hypothesis, weights: draft.weights, lines, score: weighLines(draft, lines, cost) };
  });
}

/**
 * Adds the combinations in which all ambiguous zeros and Os are the same character. Each of them
 * has to be possible by itself, but together they may cost more than other combinations, since they
 * are a single doubt.
 */
function addConsistentZeroOs(sets: Alternative[][], options: readonly Alternative[], { places }: AmbiguousZeroOs): Alternative[][] {
  const isZeroO = ({ line, column }: Alternative) => places.some((place) => place.line === line && place.column === column);
  const others = sets.slice(0, maxBesideZeroO).map((picked) => picked.filter((alternative) => !isZeroO(alternative)));
  const alike = [zeroOModel.zero, zeroOModel.letter].map((character) =>
    options.filter((one) => one.character === character && isZeroO(one)),
  );
  const all = [...sets, ...alike.flatMap((zeroOs) => others.map((picked) => [...picked, ...zeroOs]))];
  return [...new Map(all.map((picked) => [keyOf(picked), picked])).values()];
}

function keyOf(picked: readonly Alternative[]): string {
  const parts = picked.map(({ group, character }) => `${group}${character}`);
  return parts.sort().join();
}

function listAlternatives({ weights, tops }: Draft): Alternative[] {
  const alternatives: Alternative[] = [];
  for (const [line, classes] of tops.entries()) {
    const values = weights[line]!;
    for (let column = 0; column < classes.length; column++) {
      const at = column * classCount;
      const top = classes[column]!;
      for (let c = 1; c < classCount; c++) {
        const cost = values[at + top]! - values[at + c]!;
        if (cost > maxCharacterCost || c === top) continue;
        alternatives.push({ group: line * 64 + column, line, column, character: alphabet[c - 1]!, cost });
      }
    }
  }
  return alternatives.sort((a, b) => a.cost - b.cost);
}

function replaceCharacters(lines: readonly string[], picked: readonly Alternative[]): string[] {
  const out = [...lines];
  for (const { line, column, character } of picked) {
    const text = out[line]!;
    out[line] = text.slice(0, column) + character + text.slice(column + 1);
  }
  return out;
}

/** A candidate and its share of the probability of all candidates. */
export type WeighedCandidate = { readonly candidate: Candidate; readonly probability: number };

/**
 * The candidates, most probable first. Those with the same text under several formats are merged.
 */
export function weighCandidates(candidates: readonly Candidate[]): WeighedCandidate[] {
  const highest = candidates.reduce((max, { score }) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const byText = new Map<string, { candidate: Candidate; weight: number }>();
  let total = 0;
  for (const candidate of candidates) {
    const weight = Math.exp(candidate.score - highest);
    const text = candidate.lines.join('\n');
    const known = byText.get(text);
    total += weight;
    const better = known && known.candidate.score >= candidate.score ? known.candidate : candidate;
    byText.set(text, { candidate: better, weight: weight + (known?.weight ?? 0) });
  }
  const weighed = [...byText.values()].map(({ candidate, weight }) => ({ candidate, probability: weight / total }));
  return weighed.sort((a, b) => b.probability - a.probability);
}
