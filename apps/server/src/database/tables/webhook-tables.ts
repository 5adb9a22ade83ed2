import type { WebhookDeliveryStatusName, WebhookFailure, WebhookTopicName } from '@ocr-web/api';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

type WebhookTable = {
  id: SetOnce<string>;
  owner_id: SetOnce<string>;
  url: string;
  description: string | null;
  events: JSONColumnType<WebhookTopicName[], string, string>;
  /** Why nothing is sent to it; null while something is. */
  disabled_reason: ColumnType<'owner' | 'gone' | null, never, 'owner' | 'gone' | null>;
  created_at: SetOnce<Date>;
  updated_at: Date;
};

type WebhookSecretTable = {
  id: Generated<number>;
  webhook_id: SetOnce<string>;
  /** The secret under the service's own key (see seal-secret.ts). */
  sealed: SetOnce<string>;
  /** Set when a newer one took its place: until then both sign. */
  expires_at: ColumnType<Date | null, never, Date>;
};

type WebhookDeliveryTable = {
  id: Generated<number>;
  webhook_id: SetOnce<string>;
  /** The scan that the event is about; its deliveries are deleted with it. */
  scan_id: SetOnce<number | null>;
  batch_id: SetOnce<number | null>;
  message_id: SetOnce<string>;
  /** The span in which the event happened, where that is traced (W3C Trace Context). */
  traceparent: ColumnType<string | null, string | null | undefined, never>;
  /** What the payload is sealed with, wrapped by the master key: the key of its scan or batch. */
  data_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** The body, byte for byte as it is sent each time, sealed. */
  payload: SetOnce<string>;
  status: WebhookDeliveryStatusName;
  created_at: SetOnce<Date>;
  /**
   * When the schedule of retries began: with the event, or with the last time that somebody had it
   * sent again.
   */
  retry_since: Date;
  /** Of a delivery under way: when it counts as lost with its worker and is due again. */
  next_attempt_at: Date | null;
  /** Whose attempt is under way. Only this one can write its outcome. */
  claim: ColumnType<string | null, never, string | null>;
  attempts: ColumnType<number, never, number>;
  last_attempt_at: ColumnType<Date | null, never, Date>;
  last_duration_ms: ColumnType<number | null, never, number>;
  last_http_status: ColumnType<number | null, never, number | null>;
  last_failure: ColumnType<WebhookFailure | null, never, WebhookFailure | null>;
  finished_at: ColumnType<Date | null, never, Date | null>;
};

export type WebhookTables = {
  webhooks: WebhookTable;
  webhook_secrets: WebhookSecretTable;
  webhook_deliveries: WebhookDeliveryTable;
};
