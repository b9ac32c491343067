import type { BrowserContext } from 'playwright-core';

/** What went wrong in a browser while nobody looked. */
export interface PageGuard {
  /** Lets through what a test brings about on purpose: a message that contains this. */
  allow(part: string): void;
  /** Throws, naming everything that was seen. */
  check(): void;
}

const isHere = (url: string) => {
  const { protocol, hostname } = new URL(url);
  return !/^(https?|wss?):$/.test(protocol) || hostname === '127.0.0.1' || hostname === 'localhost';
};

/**
 * Watches every page of a browser: no request leaves the machine, nothing is printed as an error, and no page does what
 * its Content-Security-Policy forbids.
 */
export async function guardPages(context: BrowserContext): Promise<PageGuard> {
  const seen: string[] = [];
  const allowed: string[] = [];
  await context.route(
    (url) => !isHere(url.href),
    async (route) => {
      seen.push(`asked for ${route.request().url()}`);
      await route.abort();
    },
  );
  await context.addInitScript(reportViolations);
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`printed: ${message.text()} (${message.page()?.url()})`);
  });
  context.on('weberror', (error) => seen.push(`threw: ${error.error().stack ?? error.error().message}`));
  return {
    allow: (part) => void allowed.push(part),
    check: () => {
      const wrong = seen.filter((entry) => !allowed.some((part) => entry.includes(part)));
      if (wrong.length > 0) throw new Error(`The browser ${wrong.join('\nThe browser ')}`);
    },
  };
}

const reportViolations = `document.addEventListener('securitypolicyviolation', (violation) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = violation;
  console.error('CSP: ' + violatedDirective + ' refused ' + blockedURI + ' at ' + sourceFile + ':' + lineNumber);
})`;
