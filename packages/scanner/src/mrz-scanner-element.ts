import type { MessageOverrides } from './messages/choose-messages.ts';
import { Scanner } from './scanner.ts';
import type { ScannerEvents } from './scanner-events.ts';
import { readSettings } from './scanner-settings.ts';

const attributes = ['lang', 'camera-id', 'facing', 'formats', 'autostart', 'no-upload', 'sound', 'vibration'];

/**
 * `<mrz-scanner>`: reads travel documents with the camera of the device, or from a picture. Nothing
 * leaves the device.
 */
export class MrzScannerElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributes;
  #scanner: Scanner | undefined;
  #messages: MessageOverrides | undefined;
  #constraints: MediaTrackConstraints | undefined;

  /** Texts in the page's own words, or in another language. */
  get messages(): MessageOverrides | undefined {
    return this.#messages;
  }
  set messages(messages: MessageOverrides | undefined) {
    this.#messages = messages;
    this.#scanner?.refresh();
  }

  /** Further constraints of the camera's picture, from the next start on. */
  get constraints(): MediaTrackConstraints | undefined {
    return this.#constraints;
  }
  set constraints(constraints: MediaTrackConstraints | undefined) {
    this.#constraints = constraints;
  }

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.replaceChildren();
    const settings = () => readSettings(this, { messages: this.#messages, constraints: this.#constraints });
    this.#scanner = new Scanner(root, settings, (name, detail) => this.#emit(name, detail));
    if (this.hasAttribute('autostart')) void this.start();
  }

  disconnectedCallback(): void {
    this.#scanner?.close();
    this.#scanner = undefined;
  }

  attributeChangedCallback(): void {
    this.#scanner?.refresh();
  }

  /** Opens the camera and scans until a document is read, or `stop`. What fails is an event. */
  async start(): Promise<void> {
    await this.#scanner?.start();
  }

  /** Closes the camera. */
  stop(): void {
    this.#scanner?.stop();
  }

  /** Reads a picture. What comes of it is an event, as with the camera. */
  async scanFile(file: Blob): Promise<void> {
    await this.#scanner?.scanFile(file);
  }

  #emit<Name extends keyof ScannerEvents>(name: Name, detail: ScannerEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
