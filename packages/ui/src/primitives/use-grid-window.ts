import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type GridLayout, rowsBetween } from './grid-window.ts';

/** The width of an element, kept true; null on the server and before the first look. */
export const useWidth = (element: RefObject<HTMLElement | null>): number | null => {
  const [width, setWidth] = useState<number | null>(null);
  useBrowserLayoutEffect(() => {
    const found = element.current;
    if (!found) return;
    const measure = () => setWidth(found.getBoundingClientRect().width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(found);
    return () => observer.disconnect();
  }, [element]);
  return width;
};

/** Which lines of a grid are in sight of the window, with some above and below. */
export const useGridWindow = (
  element: RefObject<HTMLElement | null>,
  layout: GridLayout | null,
): readonly [number, number] | null => {
  const [shown, setShown] = useState<readonly [number, number] | null>(null);
  useBrowserLayoutEffect(() => {
    const found = element.current;
    if (!found || !layout) return;
    const look = () => {
      const above = -found.getBoundingClientRect().top;
      const [from, to] = rowsBetween(
        layout,
        above - layout.tileSize,
        above + window.innerHeight + layout.tileSize,
      );
      setShown((was) => (was?.[0] === from && was[1] === to ? was : [from, to]));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [element, layout]);
  return shown;
};

/** Before the browser paints; a server has nothing to paint. */
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;
