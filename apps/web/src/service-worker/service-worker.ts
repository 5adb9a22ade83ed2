/**
 * Keeps what the page consists of, so that it opens without a network: the shell when it is
 * installed, and every other file that is named by its content once it was loaded. What the service
 * answers and what a person reads is never kept.
 */
declare const self: ServiceWorkerGlobalScope;

/** The build puts the list in the place of this text. */
const shell: readonly string[] = JSON.parse('__SHELL__');
const cacheName = 'ocr-web';
const scope = new URL(self.registration.scope);

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(shell.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropUnused().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (path.startsWith('assets/')) event.respondWith(fromCacheFirst(request));
  else if (path === '' || path === 'manifest.webmanifest' || path === 'icon.svg') event.respondWith(fromNetworkFirst(request));
});

/** Named by its content: what is kept is right for good. */
async function fromCacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
}

/**
 * A new version of the page loads other files; those of the last one go. Another service of the
 * same host, under another path, keeps its files here too.
 */
async function dropUnused(): Promise<void> {
  const cache = await caches.open(cacheName);
  const known = new Set(shell.map((path) => new URL(path, scope).href));
  const kept = (await cache.keys()).filter(({ url }) => url.startsWith(new URL('assets/', scope).href));
  await Promise.all(kept.filter(({ url }) => !known.has(url)).map((request) => cache.delete(request)));
}
