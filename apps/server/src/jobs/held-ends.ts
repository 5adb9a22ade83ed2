/** What pg-boss sends to end jobs: their queue, ids, output, and ids with attempts. */
type EndValues = readonly [name: string, ids: readonly string[], output: unknown, attempts: readonly string[]];

/** What it is told: how many it has ended, and which. */
export type EndAnswer = { readonly rows: { readonly count: string; readonly ids: readonly string[] }[] };

/** The statement by which pg-boss ends jobs of the attempts that it took. */
const endOfJobs = /^\s*with results as \((\s*update [^;]*\breturning id)\s*\)\s*select count\(\*\)[^;]*\bfrom results\s*$/i;

/**
 * Returns pg-boss's ending of jobs as the clause `ended` of another statement, with its parameters.
 *
 * @param text the statement
 * @returns undefined where it is another one than this code knows
 */
export function endClause(text: string): string | undefined {
  const [, update = ''] = endOfJobs.exec(text) ?? [];
  const parameters = new Set(update.match(/\$\d+/g));
  return ['$1', '$2', '$3', '$4'].every((parameter) => parameters.delete(parameter)) && parameters.size === 0
    ? `ended as (${update})`
    : undefined;
}

/**
 * Jobs of a queue that are done, until the statement that takes the next one ends them: a worker
 * asks for the next at once, so that a server answers once instead of twice. A job whose end is
 * lost comes again, and its handler finds that nothing is left to do.
 *
 * Nothing is held before the first taking: where jobs are taken by another statement, none would
 * ever be sent.
 */
export class HeldEnds {
  readonly #name: string;
  #ids: string[] = [];
  #attempts: string[] = [];
  #isSent = false;

  /** @param name of the queue */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Takes ends over; returns undefined for those of another queue, or with an output, and before
   * the first taking.
   */
  hold(values: readonly unknown[]): EndAnswer | undefined {
    const [name, ids, output, attempts] = values as EndValues;
    if (!this.#isSent || name !== this.#name || output !== null) return undefined;
    this.#ids.push(...ids);
    this.#attempts.push(...attempts);
    return { rows: [{ count: String(ids.length), ids }] };
  }

  /**
   * Sends a statement with the parameters of {@link endClause}. They are held on where it fails.
   */
  async sendWith<Result>(send: (values: EndValues) => Promise<Result>): Promise<Result> {
    this.#isSent = true;
    const [ids, attempts] = [this.#ids, this.#attempts];
    [this.#ids, this.#attempts] = [[], []];
    try {
      return await send([this.#name, ids, null, attempts]);
    } catch (error) {
      this.#ids.push(...ids);
      this.#attempts.push(...attempts);
      throw error;
    }
  }

  get isEmpty(): boolean {
    return this.#ids.length === 0;
  }
}
