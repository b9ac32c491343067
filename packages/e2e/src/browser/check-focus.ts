import type { Page } from 'playwright-core';

/** Whether somebody sees where they are: what has the focus, or what stands for it, has a ring and is in the window. */
export const isFocusSeen = (page: Page): Promise<boolean> => page.evaluate<boolean>(script);

// In words of the browser: its types and those of Node do not go together in one program.
const script = `(() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body || !focused.matches(':focus-visible')) return false;
  const isRinged = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const { bottom, top, left, right } = focused.getBoundingClientRect();
  const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  // A control that is drawn by its label has its ring there.
  const standIns = [focused, focused.closest('label'), focused.parentElement, focused.nextElementSibling];
  return isInWindow && standIns.some((element) => element && isRinged(element));
})()`;
