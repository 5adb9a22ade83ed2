/** A browser that Playwright cannot drive as Debian ships it. */
export type DrivenBrowser = {
  readonly version: string;
  open(url: string): Promise<void>;
  /**
   * Evaluates an expression in the page, waits for what it promises, and returns it by way of JSON.
   */
  evaluate<Result>(expression: string): Promise<Result>;
  /** Errors of scripts and refusals of the policy, where the browser tells them. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};
