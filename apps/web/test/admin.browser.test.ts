import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@ocr-web/api/client';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillToken, findBarriers, fixture, signIn, token, useTestPages } from './open-test-page.ts';

const pages = useTestPages();

const tiles = async (page: Page) =>
  Object.fromEntries(
    await page
      .locator('.tile')
      .evaluateAll((found) => found.map((tile) => [tile.querySelector('dt')?.textContent, tile.querySelector('dd')?.textContent] as const)),
  );

test('an operator sees how many scans ended and how, and which failed, without anything of what was read', async () => {
  const client = createClient({ baseUrl: pages.url, token });
  await client.scans.read(new Blob([readFileSync(fixture('passport.jpg'))]), { reference: 'ERIKSSON' });
  // Promises a picture that it does not hold.
  const broken = readFileSync(fixture('card.png')).subarray(0, 200);
  await client.scans.read(new Blob([broken])).catch(() => undefined);
  const page = await pages.open('/admin');
  expect(await findBarriers(page)).toEqual([]);
  await signIn(page);
  await page.locator('.chart canvas').first().waitFor();
  expect(await tiles(page)).toMatchObject({ Waiting: '0', 'Being read': '0', Sure: '1', 'Kept for': '24 hours' });
  expect(await page.textContent('main')).not.toMatch(/ERIKSSON/);
  await page.getByLabel('An hour').click();
  await page.getByText('As a table').first().click();
  expect(await findBarriers(page)).toEqual([]);
});

test('a token is made, shown once, and revoked', async () => {
  const page = await pages.open('/admin');
  await signIn(page);
  await page.getByLabel('Name of a new token').fill('front desk');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const made = (await page.locator('.secret').textContent())?.trim() ?? '';
  expect(made).toMatch(/^[0-9a-f]{40}$/);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  expect(await page.content()).not.toContain(made);
  const guest = createClient({ baseUrl: pages.url, token: made, maxRetries: 0 });
  expect((await guest.scans.listPage()).data).toEqual([]);
  await page.getByRole('button', { name: 'Revoke: front desk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('row', { name: /front desk.*Revoked/ }).waitFor();
  await expect(guest.scans.listPage()).rejects.toMatchObject({ status: 401 });
});

test('a token is made with scopes and an end, shows its prefix and its last use, and is rotated', async () => {
  const page = await pages.open('/admin');
  await signIn(page);
  await page.getByLabel('Name of a new token').fill('kiosk');
  await page.getByLabel('delete scans').uncheck();
  await page.getByLabel('Expires').selectOption('In 90 days');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const secret = async () => (await page.locator('.secret').textContent())?.trim() ?? '';
  const old = await secret();
  const close = () => page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await close();
  const guest = createClient({ baseUrl: pages.url, token: old, maxRetries: 0 });
  await guest.scans.listPage();
  await expect(guest.scans.delete(1)).rejects.toMatchObject({ status: 403, code: 'scope.missing' });
  await page.getByRole('button', { name: 'Rotate: kiosk' }).click();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('The old token ends').selectOption('At once');
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
  await expect.poll(secret).not.toBe(old);
  const made = await secret();
  await close();
  const row = (token: string) => page.getByRole('row').filter({ hasText: `${token.slice(0, 8)}…` });
  await row(old).filter({ hasText: 'Revoked' }).filter({ hasNotText: 'NeverNever' }).waitFor();
  await row(made).filter({ hasText: 'send pictures and read scans' }).filter({ hasText: 'Active' }).waitFor();
  expect((await createClient({ baseUrl: pages.url, token: made, maxRetries: 0 }).scans.listPage()).data).toEqual([]);
  await expect(guest.scans.listPage()).rejects.toMatchObject({ status: 401 });
  expect(await findBarriers(page)).toEqual([]);
});

test('a delivery that was given up is listed without what it carries, and sent again', async () => {
  const received: string[] = [];
  const receiver = createServer((request, response) => {
    request.on('data', (piece) => received.push(String(piece)));
    request.on('end', () => response.writeHead(received.length > 1 ? 204 : 500).end());
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const client = createClient({ baseUrl: pages.url, token });
  const webhook = await client.webhooks.create({ url: `http://127.0.0.1:${port}/ERIKSSON` });
  await client.webhooks.test(webhook.id);
  await expect.poll(() => received.length).toBe(1);
  await client.webhooks.update(webhook.id, { enabled: false });
  const page = await pages.open('/admin');
  await signIn(page);
  const again = page.getByRole('button', { name: /^Send again: / });
  await again.waitFor();
  expect(await page.textContent('main')).not.toMatch(/ERIKSSON/);
  expect(await findBarriers(page)).toEqual([]);
  await again.click();
  await page.getByText('The webhook is switched off').waitFor();
  await client.webhooks.update(webhook.id, { enabled: true });
  await again.click();
  await expect.poll(() => received.length).toBe(2);
  await again.waitFor({ state: 'detached' });
  await client.webhooks.delete(webhook.id);
  receiver.close();
});

test('a token that may operate and nothing else sees the figures, and how long what tokens send is kept', async () => {
  const { token: operator } = await createClient({ baseUrl: pages.url, token }).admin.createToken({
    name: 'operator',
    scopes: ['admin'],
    retain_minutes: 60,
    retain_picture_minutes: 0,
  });
  const page = await pages.open('/admin');
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await fillToken(page, operator);
  await page.getByRole('heading', { name: 'Tokens' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: `${operator.slice(0, 8)}…` });
  await row.filter({ hasText: 'results kept for 60 minutes and files kept for 0 minutes' }).waitFor();
});

test('a token that may not operate is told how to get one that may', async () => {
  const { token: guest } = await createClient({ baseUrl: pages.url, token }).admin.createToken({ name: 'guest' });
  const page = await pages.open('/admin');
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await fillToken(page, guest);
  await page.getByText('This token may not operate the service').waitFor();
  expect(await findBarriers(page)).toEqual([]);
});
