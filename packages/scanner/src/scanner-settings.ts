import type { ZoneReading } from '@ocr-web/reader';
import type { Facing } from './camera/rank-cameras.ts';
import { chooseMessages, type MessageOverrides } from './messages/choose-messages.ts';
import type { Messages } from './messages/messages.ts';

/** How a scanner is set up, as its attributes and properties say at this moment. */
export type ScannerSettings = {
  readonly facing: Facing;
  readonly cameraId: string | undefined;
  readonly constraints: MediaTrackConstraints | undefined;
  readonly allowsFiles: boolean;
  readonly sound: boolean;
  readonly vibration: boolean;
  readonly messages: Messages;
  readonly isWanted: (zone: ZoneReading) => boolean;
};

type Properties = { readonly messages: MessageOverrides | undefined; readonly constraints: MediaTrackConstraints | undefined };

/** Reads the attributes of an element. */
export function readSettings(element: Element, { messages, constraints }: Properties): ScannerSettings {
  const formats = (element.getAttribute('formats') ?? '').split(/[\s,]+/).filter((format) => format !== '');
  const language = element.getAttribute('lang') ?? (element.closest('[lang]')?.getAttribute('lang') || navigator.language);
  return {
    facing: element.getAttribute('facing') === 'user' ? 'user' : 'environment',
    cameraId: element.getAttribute('camera-id') ?? undefined,
    constraints,
    allowsFiles: !element.hasAttribute('no-upload'),
    sound: element.hasAttribute('sound'),
    vibration: element.hasAttribute('vibration'),
    messages: chooseMessages(language, messages),
    isWanted: ({ document: { format } }) => formats.length === 0 || (format !== null && formats.includes(format)),
  };
}
