export { type Client, type ClientOptions, createClient } from './create-client.ts';
export type { FileInput } from './file-input.ts';
export type { FinishedScan } from './finished-scan.ts';
export { type ClientErrorCode, isOcrWebError, OcrWebError } from './ocr-web-error.ts';
export type { CallOptions, CreateScanOptions, GetScanOptions, ListScansOptions, ScanClient } from './scan-client.ts';
export { verifyWebhook, type WebhookToVerify } from './verify-webhook.ts';
export type { WaitOptions } from './wait-for-scan.ts';
export type { ListDeliveriesOptions, WebhookClient } from './webhook-client.ts';
