import type { MrzScannerElement, ScannerEvents } from '@ocr-web/scanner';

/** Whether the camera can be used: browsers give it to secure pages only. */
export const canScan: boolean = isSecureContext && 'mediaDevices' in navigator;

/** What the scanner tells under a name. */
export type ScannerEvent<Name extends keyof ScannerEvents> = CustomEvent<ScannerEvents[Name]>;

/** Loads the element `<mrz-scanner>`, when somebody scans, and makes one. */
export async function createScanner(): Promise<MrzScannerElement> {
  await import('@ocr-web/scanner');
  return document.createElement('mrz-scanner');
}
