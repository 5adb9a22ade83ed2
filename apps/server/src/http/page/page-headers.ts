/**
 * The page loads its own files and talks to its own service; whatever an attacker got into it could
 * run nothing and send nothing elsewhere. `wasm-unsafe-eval` allows WebAssembly to be compiled and
 * nothing else.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What a page that embeds `<mrz-scanner>` needs: scripts, WebAssembly and models of its own origin,
 * here with a style sheet and an icon besides.
 */
const scannerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every file of the page. */
export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  vary: 'accept-encoding',
} as const;

/** Headers of the examples of `<mrz-scanner>`. */
export const scannerPageHeaders = { ...pageHeaders, 'content-security-policy': scannerPolicy } as const;
