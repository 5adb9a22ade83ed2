import type { ScanResult } from '@ocr-web/api/client';

/** The element `<mrz-scanner>` of `@ocr-web/scanner`, as far as the page uses it. */
export type ScannerElement = HTMLElement & { start(): Promise<void> | void; stop(): void };

/** Its events: what was read in the frames of the camera. */
export type ScannerResultEvent = CustomEvent<ScanResult>;

/** Found at build where the workspace has it; loaded when somebody scans. */
const [load] = Object.values(import.meta.glob('../../../../packages/scanner/src/index.ts'));

/** Whether the camera can be used: browsers give it to secure pages only. */
export const canScan: boolean = load !== undefined && isSecureContext && 'mediaDevices' in navigator;

/** Loads the element's module and makes an element. */
export async function createScanner(): Promise<ScannerElement> {
  await load?.();
  return document.createElement('mrz-scanner') as ScannerElement;
}
