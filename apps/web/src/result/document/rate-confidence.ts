/** How a character is coloured. */
export type Sureness = 'sure' | 'likely' | 'doubtful';

/** Rates a probability, 0 to 1. */
export function rateConfidence(confidence: number): Sureness {
  return confidence >= 0.99 ? 'sure' : confidence >= 0.9 ? 'likely' : 'doubtful';
}

/** What a person should make of a score, 0 to 100. A score of 95 and more is called sure. */
export function rateScore(score: number): 'sure' | 'check' | 'doubtful' {
  return score >= 95 ? 'sure' : score >= 50 ? 'check' : 'doubtful';
}
