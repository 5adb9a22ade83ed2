// Exits with 0 while the service of this container answers: the health check of the image.
const { OCR_WEB_HOST: host = '', OCR_WEB_PORT: port = '8080' } = process.env;
const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host || '127.0.0.1');
const answer = await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(4000) });
process.exit(answer.ok ? 0 : 1);
