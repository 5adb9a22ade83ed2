import type { ReadinessBody } from '@ocr-web/api';
import type { ReaderPool } from '@ocr-web/reader-node';
import type { Logger } from 'pino';
import type { AuditEvent } from '../audit/audit-event.ts';
import type { Config } from '../config/settings.ts';
import type { TakePermits } from '../fairness/take-permits.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import type { ChangeFeeds } from '../notifications/open-change-feeds.ts';
import type { FinishedScans } from '../scans/processing/finished-scans.ts';
import type { SubmitScanDeps } from '../scans/submission/submit-scan.ts';
import type { ActivityRecorder } from '../statistics/open-activity-recorder.ts';
import type { TokenRegistry } from '../tokens/registry/open-token-registry.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { WebhookDeps } from '../webhooks/webhook.ts';

/** What the routes need of the rest of the service. */
export type AppDeps = {
  readonly config: Pick<
    Config,
    | 'publicUrl'
    | 'trustProxy'
    | 'corsOrigins'
    | 'maxPictureBytes'
    | 'maxPicturePixels'
    | 'visualZone'
    | 'portrait'
    | 'barcodes'
    | 'maxConcurrentUploads'
    | 'maxWaitSeconds'
    | 'dataDirectory'
    | 'maxBatchFiles'
    | 'maxBatchBytes'
    | 'maxConcurrentBatches'
    | 'maxWaitingBatchScans'
    | 'maxStreams'
    | 'rateLimit'
    | 'rateLimitWindowSeconds'
    | 'wrongTokensPerMinute'
    | 'minUploadBytesPerSecond'
    | 'uploadGraceSeconds'
  >;
  readonly tokens: TokenRegistry;
  /** From the quotas that all processes share; undefined where this one is the only one. */
  readonly takePermits: TakePermits | undefined;
  readonly scans: SubmitScanDeps;
  readonly webhooks: WebhookDeps;
  /** Writes down who did what. Not waited for by the disk: what is read is there afterwards too. */
  readonly audit: (event: AuditEvent) => Promise<void>;
  readonly activity: ActivityRecorder;
  readonly metrics: Pick<Metrics, 'recordRequest'>;
  /** Where requests are traced. */
  readonly tracing?: Tracing | undefined;
  readonly changes: ChangeFeeds;
  /** Scans that end in this process. */
  readonly finished: FinishedScans;
  /** Draws what a file shows, in a reader of its own. */
  readonly draw: ReaderPool['draw'];
  /** What the picture addresses are signed with that lead to this service. */
  readonly pictureSecret: Uint8Array;
  /** Whether there is too little space to take anything in. */
  readonly isSpaceLow: () => boolean;
  /** Where the built page lies, if it is built. */
  readonly pageDirectory: string;
  readonly checkReadiness: () => Promise<ReadinessBody>;
  readonly logger: Logger;
};
