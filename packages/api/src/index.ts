export { DetailError, type DetailErrorBody, FieldErrors, type FieldErrorsBody } from './schemas/errors.ts';
export { type HealthBody, HealthResponse, type ReadinessBody, ReadinessResponse } from './schemas/health.ts';
export { SignedPictureParams, SignedPictureQuery } from './schemas/signed-picture.ts';
export { type V1CreateBody, V1CreateForm, V1CreateRequest, V1Headers, V1ScanParams } from './schemas/v1-requests.ts';
export { unreadV1Result, type V1ResultBody, V1Scan, type V1ScanBody, type V1Status } from './schemas/v1-scan.ts';
export { DeadLetterParams, type DeadLetterPath } from './schemas/v2/admin/operation-status.ts';
export { Statistics, type StatisticsBody, type StatisticsParameters, StatisticsQuery } from './schemas/v2/admin/statistics.ts';
export {
  type CreateTokenBody,
  CreateTokenRequest,
  type RotateTokenBody,
  RotateTokenRequest,
  Token,
  type TokenBody,
  TokenList,
  type TokenListBody,
  TokenParams,
  type TokenPath,
  TokenWithText,
  type TokenWithTextBody,
  type UpdateTokenBody,
  UpdateTokenRequest,
} from './schemas/v2/admin/token.ts';
export { TokenScope, type TokenScopeName, tokenScopes, usualTokenScopes } from './schemas/v2/admin/token-scope.ts';
export { Batch, type BatchBody, BatchList, type BatchListBody, BatchResult, type BatchResultBody } from './schemas/v2/batch.ts';
export {
  BatchParams,
  type BatchPath,
  type BatchResultsParameters,
  BatchResultsQuery,
  CreateBatchForm,
  CreateBatchHeaders,
  type CreateBatchParameters,
  CreateBatchQuery,
  EventsHeaders,
  type ListBatchesParameters,
  ListBatchesQuery,
} from './schemas/v2/batch-requests.ts';
export { nullable } from './schemas/v2/nullable.ts';
export { Problem, type ProblemBody } from './schemas/v2/problem.ts';
export {
  Registration,
  type RegistrationBody,
  RegistrationIssue,
  type RegistrationIssueBody,
} from './schemas/v2/registrations/registration.ts';
export {
  type CreateRegistrationBody,
  CreateRegistrationRequest,
  RegisterName,
  RegistrationGuest,
  type RegistrationGuestBody,
} from './schemas/v2/registrations/registration-requests.ts';
export {
  RegistrationGuestValues,
  type RegistrationGuestValuesBody,
  RegistrationProperty,
  type RegistrationPropertyBody,
  RegistrationStay,
  type RegistrationStayBody,
} from './schemas/v2/registrations/registration-values.ts';
export { Barcode, type BarcodeBody } from './schemas/v2/scans/barcode.ts';
export { Document, type DocumentBody } from './schemas/v2/scans/document.ts';
export {
  DocumentCheck,
  type DocumentCheckBody,
  DocumentField,
  type DocumentFieldBody,
  DocumentNumber,
  type DocumentNumberBody,
} from './schemas/v2/scans/document-field.ts';
export { Hint, type HintBody } from './schemas/v2/scans/hint.ts';
export { Portrait, type PortraitBody, Signature, type SignatureBody } from './schemas/v2/scans/portrait.ts';
export {
  DeletedScans,
  type DeletedScansBody,
  Scan,
  type ScanBody,
  ScanList,
  type ScanListBody,
  ScanStatus,
  type ScanStatusName,
  ScanSummary,
  type ScanSummaryBody,
} from './schemas/v2/scans/scan.ts';
export {
  type CreateScanBody,
  CreateScanForm,
  type CreateScanFormBody,
  CreateScanHeaders,
  type CreateScanParameters,
  CreateScanQuery,
  CreateScanRequest,
  type DeleteScansParameters,
  DeleteScansQuery,
  DocumentParams,
  type DocumentPath,
  FileContent,
  type JoinScansParameters,
  JoinScansQuery,
  type ListScansParameters,
  ListScansQuery,
  PageParams,
  PortraitParams,
  ReadScanHeaders,
  ScanParams,
  type ScanPath,
  SignatureParams,
} from './schemas/v2/scans/scan-requests.ts';
export { ScanResult, type ScanResultBody } from './schemas/v2/scans/scan-result.ts';
export { Sides, type SidesBody, SidesList, type SidesListBody } from './schemas/v2/scans/sides.ts';
export { VisualZone, type VisualZoneBody } from './schemas/v2/scans/visual-zone.ts';
export {
  Webhook,
  type WebhookBody,
  WebhookList,
  type WebhookListBody,
  WebhookWithSecret,
  type WebhookWithSecretBody,
} from './schemas/v2/webhooks/webhook.ts';
export {
  WebhookDelivery,
  type WebhookDeliveryBody,
  WebhookDeliveryList,
  type WebhookDeliveryListBody,
  type WebhookDeliveryStatusName,
  type WebhookFailure,
} from './schemas/v2/webhooks/webhook-delivery.ts';
export { WebhookEvent, type WebhookEventBody, WebhookTopic, type WebhookTopicName } from './schemas/v2/webhooks/webhook-event.ts';
export {
  type CreateWebhookBody,
  CreateWebhookRequest,
  type ListWebhookDeliveriesParameters,
  ListWebhookDeliveriesQuery,
  type RotateWebhookSecretBody,
  RotateWebhookSecretRequest,
  type UpdateWebhookBody,
  UpdateWebhookRequest,
  WebhookDeliveryParams,
  type WebhookDeliveryPath,
  WebhookParams,
  type WebhookPath,
} from './schemas/v2/webhooks/webhook-requests.ts';
