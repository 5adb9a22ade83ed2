import { spread } from '../reader/summarise.ts';
import type { Answer } from './answer.ts';
import { expectedForm, isFormRight } from './expected-form.ts';

export interface PictureLabel {
  readonly file: string;
  /** As printed; null where there is no zone or it cannot be read. */
  readonly mrz: readonly string[] | null;
  readonly format: string | null;
}

/** What a peer said to one picture, and how long that took. */
export interface Asked {
  readonly label: PictureLabel;
  readonly answer: Answer;
  readonly ms: number;
}

export interface PeerSummary {
  /**
   * Pictures with a legible zone, those of them whose format fills a form, and pictures without
   * one.
   */
  readonly positives: number;
  readonly forms: number;
  readonly negatives: number;
  readonly formRight: number;
  readonly exact: number;
  readonly sure: number;
  readonly sureAndWrong: number;
  /** Sure where nothing can be read. */
  readonly ghosts: number;
  /** Pictures that it failed at with an error of its own. */
  readonly refused: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
}

const sureScore = 95;

/**
 * A peer is sure where it says so itself: by its score, or because all checks that it makes hold.
 */
export function isSure({ score = 0, checks_hold = false }: Answer): boolean {
  return score >= sureScore || checks_hold;
}

export function summarisePeer(asked: readonly Asked[]): PeerSummary {
  const positives = asked.filter(({ label }) => label.mrz !== null);
  const negatives = asked.filter(({ label }) => label.mrz === null);
  const sure = positives.filter(({ answer }) => isSure(answer));
  const forms = positives.flatMap(({ label: { mrz, format }, answer: { form } }) => {
    const expected = expectedForm(mrz ?? [], format);
    return expected ? [isFormRight(expected, form)] : [];
  });
  const { p50, p95 } = spread(asked.map(({ ms }) => ms));
  return {
    positives: positives.length,
    forms: forms.length,
    negatives: negatives.length,
    formRight: forms.filter(Boolean).length,
    exact: positives.filter(isExact).length,
    sure: sure.length,
    sureAndWrong: sure.filter((each) => !isExact(each)).length,
    ghosts: negatives.filter(({ answer }) => isSure(answer)).length,
    refused: asked.filter(({ answer }) => answer.refused !== undefined).length,
    p50_ms: p50,
    p95_ms: p95,
  };
}

function isExact({ label, answer }: Asked): boolean {
  return label.mrz?.join('\n') === answer.lines.join('\n');
}
