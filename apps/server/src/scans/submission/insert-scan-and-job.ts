import { type Kysely, sql as rawSql } from 'kysely';
import { type AuditActor, renderActor } from '../../audit/audit-event.ts';
import { runTemplate } from '../../database/statement-template.ts';
import type { Tables } from '../../database/tables.ts';
import type { JobClausesOf } from '../../jobs/job-clauses.ts';
import type { StoredPicture } from '../../pictures/sealed-pictures.ts';
import { type ScanSummary, type SummaryRow, scanSummaryColumns, toScanSummary } from '../scan.ts';
import { type IdempotencyKey, type InsertScansDeps, insertionOf, type SharedByScans, sealRows } from './insert-scans.ts';

export type NewScan = {
  readonly picture: StoredPicture;
  readonly shared: SharedByScans & Partial<IdempotencyKey>;
  /** Who sends it. */
  readonly actor: AuditActor;
  /** The span of the request, where it is traced. */
  readonly traceparent: string | undefined;
};

export type InsertScanDeps = InsertScansDeps & { readonly sql: Kysely<Tables> };

const columns = rawSql.join(scanSummaryColumns.map((column) => rawSql.ref(`scan.${column}`)));

/**
 * Makes a scan, what the audit log says of it, and its job by one statement, so that there are all
 * of them or none.
 *
 * @param jobClauses of the job `read-scan`
 * @returns undefined where the key is taken
 */
export async function insertScanAndJob(
  deps: InsertScanDeps,
  jobClauses: JobClausesOf,
  { picture, shared, actor, traceparent }: NewScan,
): Promise<ScanSummary | undefined> {
  const [row] = await sealRows(deps, [picture], shared);
  const values = { ...row!, actor: renderActor(actor), traceparent: traceparent ?? null };
  const [made] = await runTemplate(deps.sql, jobClauses, values, ({ actor, traceparent, ...row }) => {
    const payload = rawSql`json_strip_nulls(json_build_object('scanId', id, 'traceparent', cast(${traceparent} as text)))`;
    const job = jobClauses(rawSql`select json_agg(json_build_object('data', ${payload})) from scan`);
    return rawSql<SummaryRow>`
      with scan as (${insertionOf(deps.sql, [row])}),
      event as (
        insert into audit_events (at, actor, action, subject)
        select cast(${row.created_at} as timestamptz), cast(${actor} as text), 'scan.created', cast(id as text) from scan),
      ${job.clauses}
      select ${columns} from scan, ${job.from} where ${job.isTold}`;
  });
  return made && (await toScanSummary(deps.keys, made));
}
