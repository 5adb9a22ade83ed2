export { DetailError, type DetailErrorBody, FieldErrors, type FieldErrorsBody } from './schemas/errors.ts';
export { type HealthBody, HealthResponse, type ReadinessBody, ReadinessResponse } from './schemas/health.ts';
export { type V1CreateBody, V1CreateRequest } from './schemas/v1-create-request.ts';
export { type V1ResultBody, V1Scan, type V1ScanBody, type V1Status } from './schemas/v1-scan.ts';
