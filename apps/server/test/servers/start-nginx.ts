import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const program = '/usr/sbin/nginx';
const shipped = join(import.meta.dirname, '../../../../deploy/nginx/ocr-web.conf');

/**
 * Starts nginx with the configuration in `deploy/`, in front of a service that need not run yet.
 *
 * @param ports where nginx listens, and where the service does
 * @returns how to stop it
 * @throws Error that says what to install where there is none
 */
export async function startNginx(ports: { readonly listen: number; readonly service: number }): Promise<() => Promise<void>> {
  if (!existsSync(program))
    throw new Error('These tests need nginx: install the package nginx-light (Debian, Ubuntu), then run them again.');
  const directory = mkdtempSync(join(tmpdir(), 'ocr-web-nginx-'));
  const locations = readFileSync(shipped, 'utf8').replaceAll('127.0.0.1:8080', `127.0.0.1:${ports.service}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${directory}/${name};`);
  writeFileSync(
    join(directory, 'nginx.conf'),
    `daemon off; pid ${directory}/pid; error_log ${directory}/error.log; worker_processes 1; events {}
http { access_log off; ${temporary.join(' ')} server { listen 127.0.0.1:${ports.listen}; ${locations} } }`,
  );
  const child = spawn(program, ['-p', directory, '-c', join(directory, 'nginx.conf')], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([isListening(ports.listen), ended.then(([code]) => Promise.reject(new Error(`nginx ended with ${code}`)))]);
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true });
  };
}

async function isListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await setTimeout(50);
  }
}
