import { renderTable } from '../page/render-table.ts';

/** What bench/throughput.ts writes as its baseline. */
export type Throughput = {
  readonly machine: string;
  readonly readers: number;
  readonly results: readonly { readonly kind: string; readonly perSecond: number; readonly zones: string }[];
};

/** What bench/endurance.ts writes as its baseline. */
export type Endurance = { readonly machine: string; readonly parts: readonly EndurancePart[] };

/** One part of the pictures of a reader process, after `pictures` of them. */
export type EndurancePart = {
  readonly pictures: number;
  readonly resident_mib: number;
  /** Processor time for each picture of this part. */
  readonly cpu_ms: number;
  readonly exact: number;
  readonly positives: number;
  readonly sureAndWrong: number;
  /** Read for sure where there is no zone. */
  readonly ghosts: number;
};

/** What a second is enough for, by kind of picture. */
export function renderThroughput({ machine, readers, results }: Throughput): string {
  const rows = results.map(({ kind, perSecond, zones }) => [kind, `${perSecond}`, zones]);
  return `## Pictures a second

JPEG pictures of 1280 x 720 pixels through a pool of ${readers} readers, by \`node bench/throughput.ts --write\` on ${machine}.

${renderTable(['1280 x 720', 'pictures a second', 'with a zone found'], rows)}`;
}

/** Whether a reader process that is not replaced grows or slows down. */
export function renderEndurance({ machine, parts }: Endurance): string {
  return `## Endurance

One reader process goes round the normal band and the pictures without a zone, by \`node bench/endurance.ts --write\` on ${machine}.

${renderEnduranceTable(parts)}`;
}

export function renderEnduranceTable(parts: readonly EndurancePart[]): string {
  const head = ['pictures', 'resident, MiB', 'processor ms a picture', 'right', 'sure and wrong', 'no zone, yet sure'];
  const rows = parts.map((part) => [
    `${part.pictures}`,
    part.resident_mib.toFixed(0),
    part.cpu_ms.toFixed(1),
    `${part.exact} of ${part.positives}`,
    `${part.sureAndWrong}`,
    `${part.ghosts}`,
  ]);
  return renderTable(head, rows);
}
