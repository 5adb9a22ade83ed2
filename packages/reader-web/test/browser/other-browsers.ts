import type { DrivenBrowser } from './driven-browser.ts';
import { hasFirefox, openFirefox } from './open-firefox.ts';
import { hasWebKit, openWebKit } from './open-webkit.ts';

type OtherBrowser = { readonly name: string; readonly open: () => Promise<DrivenBrowser> };

/** The engines beside Chromium that this machine has. */
export const otherBrowsers: readonly OtherBrowser[] = [
  ...(hasFirefox ? [{ name: 'Firefox', open: openFirefox }] : []),
  ...(hasWebKit ? [{ name: 'WebKit', open: openWebKit }] : []),
];
