import type { Models, Network } from '@ocr-web/reader/engine';

/** Networks that count the processor time that they take. */
export type CountedModels = {
  readonly models: Models;
  /** Milliseconds since it was last asked. */
  readonly take: () => number;
};

/** Counts the processor time of every run of either network; each runs on one thread, alone. */
export function countNetworkTime({ detector, recogniser }: Models): CountedModels {
  let taken = 0;
  const counted = (network: Network): Network => ({
    run: async (input) => {
      const start = process.cpuUsage();
      const output = await network.run(input);
      const { user, system } = process.cpuUsage(start);
      taken += (user + system) / 1000;
      return output;
    },
  });
  return {
    models: { detector: counted(detector), recogniser: counted(recogniser) },
    take: () => {
      const time = taken;
      taken = 0;
      return time;
    },
  };
}
