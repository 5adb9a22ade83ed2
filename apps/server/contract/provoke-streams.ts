import type { Provoke } from './provoke.ts';
import type { Service } from './start-contract-servers.ts';

/**
 * What every stream of events answers.
 *
 * @param make makes what is watched and returns its path; it ends in `main` and never in `stuck`,
 *   which takes one stream at a time
 */
export function streamCases(make: (service: Service) => Promise<string>, path: string): Readonly<Record<number, Provoke>> {
  return {
    200: async ({ main }) => main.request(`${await make(main)}${path}`),
    204: async ({ main }) => {
      const address = `${await make(main)}${path}`;
      const events = await (await main.request(address)).text();
      const last = Array.from(events.matchAll(/^id: (.*)$/gm), ([, id = '']) => id).at(-1) ?? '';
      return main.request(address, { headers: { ...main.authorization, 'last-event-id': last } });
    },
    503: async ({ stuck }) => {
      const address = `${await make(stuck)}${path}`;
      const open = await stuck.request(address);
      const answer = await stuck.request(address);
      await open.body?.cancel();
      return answer;
    },
  };
}
