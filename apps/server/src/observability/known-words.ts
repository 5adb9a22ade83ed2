import type { WebhookFailure } from '@ocr-web/api';
import type { FailureCode } from '../scans/processing/scan-failures.ts';

/** Methods of HTTP that a route of this service may have. */
export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Why a scan failed. */
export const scanFailures = [
  'picture.unsupported',
  'picture.too_large',
  'picture.corrupt',
  'picture.encrypted',
  'picture.too_many_pages',
  'picture.missing',
  'engine.timeout',
  'engine.crashed',
  'engine.failed',
  'processing.interrupted',
] as const satisfies readonly FailureCode[];

/** Why an attempt to deliver an event failed. */
export const webhookFailures = [
  'status',
  'redirect',
  'gone',
  'timeout',
  'connection',
  'tls',
  'name_not_found',
  'address_refused',
  'url_refused',
  'webhook_disabled',
] as const satisfies readonly WebhookFailure[];
