import type { Level } from '../model/fact.ts';

/** A fact that is to be typed. */
export interface Asked {
  readonly of: Level;
  readonly fact: string;
}
