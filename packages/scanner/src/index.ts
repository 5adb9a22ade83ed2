import { MrzScannerElement } from './mrz-scanner-element.ts';

export type { Facing } from './camera/rank-cameras.ts';
export type { MessageOverrides } from './messages/choose-messages.ts';
export type { Messages } from './messages/messages.ts';
export type { OrderCode } from './scan/choose-order.ts';
export type { ScannerErrorCode } from './scanner-error.ts';
export type { ScannerEvents } from './scanner-events.ts';
export { MrzScannerElement };

// Two copies of this package on a page are one too many, but no reason to break it.
if (!customElements.get('mrz-scanner')) customElements.define('mrz-scanner', MrzScannerElement);

declare global {
  interface HTMLElementTagNameMap {
    'mrz-scanner': MrzScannerElement;
  }
}
