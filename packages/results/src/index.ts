export { isBarcodeCovered } from './redaction/redact-barcodes.ts';
export { findCovered, redactReading } from './redaction/redact-reading.ts';
export type { Redaction } from './redaction/redaction.ts';
export { joinSides } from './sides/join-sides.ts';
export { factsOfDocument } from './v1/document-facts.ts';
export { v1Fields } from './v1/v1-fields.ts';
export { v1OfV2Result, v1Result } from './v1/v1-result.ts';
export { v2Result } from './v2/v2-result.ts';
