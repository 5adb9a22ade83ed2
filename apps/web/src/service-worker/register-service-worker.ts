/** Lets the page open without a network. Browsers allow that on HTTPS and on this machine only. */
export function registerServiceWorker(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    // The page works without it.
    void navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  }
}
