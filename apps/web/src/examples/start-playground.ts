import type { MrzScannerElement } from '@ocr-web/scanner';
import specimenUrl from '../../../server/assets/specimen-passport.png';
import { createEventLog } from './create-event-log.ts';
import { type Choices, readChoices, setUp, writeMarkup } from './scanner-choices.ts';
import { watchEvents } from './watch-events.js';

/** Places a scanner beside its settings, anew with each change, and lists what it tells. */
export function startPlayground(): void {
  const place = document.getElementById('playground')!;
  const options = document.getElementById('options') as HTMLFormElement;
  const markup = document.getElementById('markup')!;
  const log = createEventLog();
  let scanner: MrzScannerElement;
  const replace = (choices: Choices) => {
    const fresh = document.createElement('mrz-scanner');
    setUp(fresh, choices);
    place.className = choices.accent;
    watchEvents(fresh, (name, detail) => {
      log.add(name, detail);
      if (name === 'ready') void listCameras(options);
    });
    markup.textContent = writeMarkup(choices);
    place.replaceChildren(fresh);
    scanner = fresh;
  };
  options.addEventListener('change', () => replace(readChoices(options)));
  options.addEventListener('submit', (event) => event.preventDefault());
  replace(readChoices(options));
  const calls: Readonly<Record<string, () => Promise<void> | void>> = {
    start: () => scanner.start(),
    stop: () => scanner.stop(),
    scanFile: async () => scanner.scanFile(await (await fetch(specimenUrl)).blob()),
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-call]')) {
    button.addEventListener('click', () => void calls[button.dataset.call ?? '']?.());
  }
}

/** Cameras have names once one was opened. */
async function listCameras(options: HTMLFormElement): Promise<void> {
  const select = options.elements.namedItem('camera-id') as HTMLSelectElement;
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  for (const { deviceId, label } of cameras) {
    if (Array.from(select.options).every(({ value }) => value !== deviceId)) select.add(new Option(label || deviceId, deviceId));
  }
}
