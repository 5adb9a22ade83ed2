type Ways = { readonly sound: boolean; readonly vibration: boolean };

const tone = { hertz: 880, seconds: 0.12, volume: 0.15 };

/** Tells that a document was read to who looks at the document and not at the screen. */
export function announceCapture({ sound, vibration }: Ways): void {
  if (vibration) navigator.vibrate?.(60);
  if (!sound) return;
  const context = new AudioContext();
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = tone.hertz;
  gain.gain.value = tone.volume;
  oscillator.connect(gain).connect(context.destination);
  oscillator.onended = () => void context.close();
  oscillator.start();
  oscillator.stop(context.currentTime + tone.seconds);
}
