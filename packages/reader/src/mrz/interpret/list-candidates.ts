import { alphabet, classCount } from '../recognise/line-logits.ts';
import { cheapestSubsets } from './cheapest-subsets.ts';
import { type Draft, draftDocument } from './draft-document.ts';
import type { Hypothesis } from './hypothesise-formats.ts';
import { plausibility } from './plausibility.ts';
import { type Twins, twinCoherence, twinModel } from './settle-twins.ts';

/** A document that the picture may show under a hypothesis; `score` is the logarithm of an unnormalised probability. */
export type Candidate = { readonly hypothesis: Hypothesis; readonly lines: readonly string[]; readonly score: number };

type Alternative = {
  readonly slot: number;
  readonly line: number;
  readonly column: number;
  readonly character: string;
  readonly cost: number;
};

/**
 * A character is weighed against the check digits only while the picture leaves it this much room, in nats (about one in 150): what a picture
 * shows clearly is never changed, however well another character would do.
 */
export const mostCostEach = 5;
const mostCostTogether = 9;
const mostCandidates = 256;
const mostBesideTwins = 16;

/**
 * A format whose draft is this much less probable than the best document, in nats, is not varied: zeros and Os that look alike make up for a few of
 * these, nothing else for any, and what is left is too much for a share that shows.
 */
const hopelesslyBehind = 60;

/** All documents worth weighing: under each hypothesis the most probable characters, and every cheap combination of others. */
export function listCandidates(hypotheses: readonly Hypothesis[]): Candidate[] {
  const drafts = hypotheses.map(draftDocument);
  const best = Math.max(...drafts.map((draft) => weighLines(draft, draft.lines, 0)));
  return drafts.filter(({ score }) => score >= best - hopelesslyBehind).flatMap(varyDraft);
}

function weighLines({ hypothesis: { format, twins }, score }: Draft, lines: readonly string[], cost: number): number {
  return score - cost + plausibility(format, lines) + twinCoherence(twins, lines);
}

function varyDraft(draft: Draft): Candidate[] {
  const { hypothesis } = draft;
  const options = listAlternatives(draft);
  const sets = [...cheapestSubsets(options, mostCostTogether, mostCandidates)].map((chosen) =>
    chosen.map((index) => options[index] as Alternative),
  );
  return withAlikeTwins(sets, options, hypothesis.twins).map((picked) => {
    const lines = replaceCharacters(draft.lines, picked);
    const cost = picked.reduce((sum, { cost }) => sum + cost, 0);
    return { hypothesis, lines, score: weighLines(draft, lines, cost) };
  });
}

/**
 * Adds what no cheap combination reaches: a document whose zeros and Os in doubt are all the same. Each of them alone has to be possible; together they
 * may cost more than others, since they are one doubt.
 */
function withAlikeTwins(sets: Alternative[][], options: readonly Alternative[], { places }: Twins): Alternative[][] {
  const isTwin = ({ line, column }: Alternative) => places.some((place) => place.line === line && place.column === column);
  const others = sets.slice(0, mostBesideTwins).map((picked) => picked.filter((alternative) => !isTwin(alternative)));
  const alike = [twinModel.zero, twinModel.letter].map((character) => options.filter((one) => one.character === character && isTwin(one)));
  const all = [...sets, ...alike.flatMap((twins) => others.map((picked) => [...picked, ...twins]))];
  return [...new Map(all.map((picked) => [keyOf(picked), picked])).values()];
}

function keyOf(picked: readonly Alternative[]): string {
  const parts = picked.map(({ slot, character }) => `${slot}${character}`);
  return parts.sort().join();
}

function listAlternatives({ weights, tops }: Draft): Alternative[] {
  const alternatives: Alternative[] = [];
  for (const [line, classes] of tops.entries()) {
    const values = weights[line] as Float32Array;
    for (let column = 0; column < classes.length; column++) {
      const at = column * classCount;
      const top = classes[column] as number;
      for (let c = 1; c < classCount; c++) {
        const cost = (values[at + top] as number) - (values[at + c] as number);
        if (cost > mostCostEach || c === top) continue;
        alternatives.push({ slot: line * 64 + column, line, column, character: alphabet[c - 1] as string, cost });
      }
    }
  }
  return alternatives.sort((a, b) => a.cost - b.cost);
}

function replaceCharacters(lines: readonly string[], picked: readonly Alternative[]): string[] {
  const out = [...lines];
  for (const { line, column, character } of picked) {
    const text = out[line] as string;
    out[line] = text.slice(0, column) + character + text.slice(column + 1);
  }
  return out;
}

/** A candidate with its share of the probability of all of them. */
export type WeighedCandidate = { readonly candidate: Candidate; readonly probability: number };

/** Most probable first; candidates that read the same under several formats are one. */
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
