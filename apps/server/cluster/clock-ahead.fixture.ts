// Loaded before a service: the clock of its machine is ahead by so many minutes, or behind.
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MINUTES) * 60_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  // biome-ignore lint/suspicious/noExplicitAny: the constructor of Date has several signatures
  constructor(...args: any[]) {
    if (args.length === 0) super(RealDate.now() + aheadMs);
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;

export {};
