/** What was checked, and whether it held. */
export type Report = {
  readonly note: (stage: string, check: string, holds: boolean, what?: string) => void;
  readonly rows: readonly (readonly string[])[];
  readonly misses: () => number;
};

/** Starts an empty report; what is noted is written to standard error at once. */
export function createReport(): Report {
  const rows: string[][] = [];
  return {
    note: (stage, check, holds, what = '') => {
      rows.push([stage, check, holds ? 'ok' : 'MISS', what]);
      process.stderr.write(`${holds ? 'ok  ' : 'MISS'} ${stage}: ${check}${what && ` (${what})`}\n`);
    },
    rows,
    misses: () => rows.filter(([, , verdict]) => verdict === 'MISS').length,
  };
}
