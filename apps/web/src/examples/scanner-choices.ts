import type { MrzScannerElement } from '@ocr-web/scanner';

const valued = ['lang', 'facing', 'camera-id', 'formats'] as const;
const flags = ['autostart', 'no-upload', 'sound', 'vibration'] as const;

/** How somebody wants the scanner. */
export type Choices = {
  /** Attributes; those without a value are the empty text. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text with a result; empty for the scanner's own. */
  readonly done: string;
  /** Pixels, or empty. */
  readonly width: string;
  /** A class of the style sheet, or empty. */
  readonly accent: string;
};

/** Reads what stands in the form. */
export function readChoices(form: HTMLFormElement): Choices {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  const set = valued.filter((name) => text(name) !== '').map((name) => [name, text(name)] as const);
  const flagged = flags.filter((name) => data.has(name)).map((name) => [name, ''] as const);
  return { attributes: Object.fromEntries([...set, ...flagged]), done: text('done'), width: text('width'), accent: text('accent') };
}

/** Sets an element up that is not in the page yet. */
export function setUp(scanner: MrzScannerElement, { attributes, done, width }: Choices): void {
  for (const [name, value] of Object.entries(attributes)) scanner.setAttribute(name, value);
  if (done !== '') scanner.messages = { done };
  if (width !== '') scanner.constraints = { width: { ideal: Number(width) } };
}

/** Writes what a page says to have the same. */
export function writeMarkup({ attributes, done, width, accent }: Choices): string {
  const written = Object.entries(attributes).map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
  const properties = [
    done !== '' && `scanner.messages = ${JSON.stringify({ done })};`,
    width !== '' && `scanner.constraints = { width: { ideal: ${width} } };`,
    accent !== '' && '/* style sheet */ mrz-scanner { --mrz-scanner-accent: …; }',
  ].filter((line) => line !== false);
  return [`<mrz-scanner${written.join('')}></mrz-scanner>`, ...properties].join('\n');
}
