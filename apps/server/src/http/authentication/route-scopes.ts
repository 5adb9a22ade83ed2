import type { TokenScopeName } from '@ocr-web/api';

/**
 * Which scope a token needs for each operation, by operation id: the only place where that is said.
 * A route with a token that is not listed here is refused when it is registered.
 *
 * Who sends a file may see in the answer what was read in it: it has the file anyway.
 */
export const routeScopes: Readonly<Record<string, TokenScopeName>> = {
  v1CreatePicture: 'scan',
  v1ReadScan: 'read',
  createScan: 'scan',
  readScan: 'read',
  joinScans: 'read',
  listScans: 'read',
  deleteScan: 'delete',
  deleteScans: 'delete',
  readScanPicture: 'read',
  readDocumentCrop: 'read',
  readPortraitCrop: 'portrait',
  readSignatureCrop: 'portrait',
  readPagePicture: 'read',
  readAnnotatedPage: 'read',
  watchScan: 'read',
  createRegistration: 'read',
  createBatch: 'scan',
  readBatch: 'read',
  listBatches: 'read',
  deleteBatch: 'delete',
  readBatchResults: 'read',
  watchBatch: 'read',
  createWebhook: 'scan',
  listWebhooks: 'read',
  readWebhook: 'read',
  updateWebhook: 'scan',
  deleteWebhook: 'delete',
  rotateWebhookSecret: 'scan',
  testWebhook: 'scan',
  listWebhookDeliveries: 'read',
  resendWebhookDelivery: 'scan',
  readStatistics: 'admin',
  resendDeadLetter: 'admin',
  listTokens: 'admin',
  createToken: 'admin',
  updateToken: 'admin',
  rotateToken: 'admin',
  revokeToken: 'admin',
};
