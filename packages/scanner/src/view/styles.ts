/**
 * Adopted by each scanner: a page whose policy allows no inline styles takes them none the less.
 * Everything that a page may want otherwise is a variable.
 */
export const styles = `
:host {
  --_accent: var(--mrz-scanner-accent, #0b5cad);
  --_on-accent: var(--mrz-scanner-on-accent, #fff);
  --_background: var(--mrz-scanner-background, #fff);
  --_text: var(--mrz-scanner-text, #14202b);
  --_radius: var(--mrz-scanner-radius, 12px);
  --_success: var(--mrz-scanner-success, #1c7c3c);
  display: block;
  color: var(--_text);
  background: var(--_background);
  border-radius: var(--_radius);
  font: 1rem/1.4 system-ui, sans-serif;
  overflow: hidden;
}
@media (prefers-color-scheme: dark) {
  :host {
    --_accent: var(--mrz-scanner-accent, #7db8f5);
    --_on-accent: var(--mrz-scanner-on-accent, #0b1620);
    --_background: var(--mrz-scanner-background, #16202a);
    --_text: var(--mrz-scanner-text, #f0f4f8);
    --_success: var(--mrz-scanner-success, #5ed58a);
  }
}
:host([hidden]), [hidden] { display: none !important; }
/* The order above it and the buttons below it stay in sight. */
.stage { position: relative; background: #000; aspect-ratio: 16 / 9; max-block-size: 60vh; margin-block-end: 1rem; inline-size: 100%; }
.stage video, .outline { position: absolute; inset: 0; width: 100%; height: 100%; }
.stage video { object-fit: contain; }
.stage.front video, .stage.front .outline { transform: scaleX(-1); }
.outline { pointer-events: none; }
.outline polygon { fill: none; stroke: #ffd54a; stroke-width: 3; vector-effect: non-scaling-stroke; transition: stroke .2s; }
.stage.done .outline polygon { stroke: #5ed58a; stroke-width: 5; }
.status { margin: 0; padding: .75rem 1rem; min-height: 1.4em; font-weight: 600; text-align: center; }
.status.done { color: var(--_success); }
progress { display: block; width: calc(100% - 2rem); margin: 0 1rem .75rem; accent-color: var(--_accent); }
.help { margin: 0; padding: 0 1rem .5rem; text-align: center; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: center; padding: 0 1rem 1rem; }
button {
  font: inherit; min-block-size: 2.75rem; padding-inline: 1.1rem; border: 2px solid var(--_accent); border-radius: 999px;
  color: var(--_accent); background: transparent; cursor: pointer;
}
button.primary, button.offered { color: var(--_on-accent); background: var(--_accent); }
button:focus-visible { outline: 3px solid var(--_text); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) { button.primary, button.offered { border-width: 4px; } }
`;
