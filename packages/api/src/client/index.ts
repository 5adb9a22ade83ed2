export type { StatisticsBody as Statistics } from '../schemas/v2/admin/statistics.ts';
export type { TokenBody as Token, TokenWithTextBody as TokenWithText } from '../schemas/v2/admin/token.ts';
export type { TokenScopeName as TokenScope } from '../schemas/v2/admin/token-scope.ts';
export type { BatchBody as Batch, BatchListBody as BatchList, BatchResultBody as BatchResult } from '../schemas/v2/batch.ts';
export type { ProblemBody as Problem } from '../schemas/v2/problem.ts';
export type {
  RegistrationBody as Registration,
  RegistrationIssueBody as RegistrationIssue,
} from '../schemas/v2/registrations/registration.ts';
export type { CreateRegistrationBody as CreateRegistration } from '../schemas/v2/registrations/registration-requests.ts';
export type { DocumentBody as Document } from '../schemas/v2/scans/document.ts';
export type { HintBody as Hint } from '../schemas/v2/scans/hint.ts';
export type { ScanBody as Scan, ScanListBody as ScanList, ScanSummaryBody as ScanSummary } from '../schemas/v2/scans/scan.ts';
export type { ScanResultBody as ScanResult } from '../schemas/v2/scans/scan-result.ts';
export type { WebhookBody as Webhook, WebhookWithSecretBody as WebhookWithSecret } from '../schemas/v2/webhooks/webhook.ts';
export type { WebhookDeliveryBody as WebhookDelivery } from '../schemas/v2/webhooks/webhook-delivery.ts';
export type { WebhookEventBody as WebhookEvent } from '../schemas/v2/webhooks/webhook-event.ts';
export type { AdminClient } from './admin/admin-client.ts';
export type { BatchClient, BatchFile, CreateBatchOptions } from './batches/batch-client.ts';
export type { BatchResultsOptions } from './batches/read-batch-results.ts';
export { type Client, type ClientOptions, createClient } from './create-client.ts';
export { type ClientErrorCode, isOcrWebError, OcrWebError } from './ocr-web-error.ts';
export type { RegistrationClient } from './registrations/registration-client.ts';
export type { CreateScanOptions, GetScanOptions, ListScansOptions, ScanClient } from './scans/scan-client.ts';
export type { FinishedScan, WaitOptions } from './scans/wait-for-scan.ts';
export type { FileInput } from './transport/file-upload.ts';
export type { CallOptions } from './transport/resource-calls.ts';
export { verifyWebhook, type WebhookToVerify } from './webhooks/verify-webhook.ts';
export type { ListDeliveriesOptions, WebhookClient } from './webhooks/webhook-client.ts';
