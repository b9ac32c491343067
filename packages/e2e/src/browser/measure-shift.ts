import type { Page } from 'playwright-core';

/** How much the page has moved by itself since it was opened: the cumulative layout shift, as browsers count it. */
export const measureShift = (page: Page): Promise<number> => page.evaluate(script);

// In words of the browser: its types and those of Node do not go together in one program.
const script = `new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  // What has been seen so far is handed over with the next frame.
  requestAnimationFrame(() => setTimeout(() => resolve(shift)));
})`;
