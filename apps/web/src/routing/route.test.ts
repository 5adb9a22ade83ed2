import { beforeAll, expect, test, vi } from 'vitest';

let routing: typeof import('./route.ts');
beforeAll(async () => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('addEventListener', () => undefined);
  routing = await import('./route.ts');
});

test.each([
  ['#/', { view: 'read' }],
  ['#/guests', { view: 'guests' }],
  ['#/scans', { view: 'scans' }],
  ['#/scans/12', { view: 'scan', id: 12 }],
  ['#/batches', { view: 'batches' }],
  ['#/batches/3', { view: 'batch', id: 3 }],
] as const)('%s leads there and back', (address, route) => {
  expect(routing.parseRoute(address)).toEqual(route);
  expect(routing.hrefOf(route)).toBe(address);
});

test.each(['', '#', '#/scans/', '#/scans/0', '#/scans/1e3', '#/scans/-1', '#/scans/1234567890123456', '#/scans/1/2', '#/ERIKSSON'])(
  'whatever else stands there, such as "%s", is the first view',
  (address) => {
    expect(routing.parseRoute(address)).toEqual({ view: 'read' });
  },
);
