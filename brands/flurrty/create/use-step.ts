import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { readStep, type Step, stepPath } from './steps.ts';

/** Where somebody is on the way, and how they go on: each step is one of the browser's pages, without loading anything. */
export const useStep = () => {
  const step = readStep(useSearchParams().get('step'));
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo({ top: 0 });
    // Whoever does not see it hears where they are.
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  const go = (to: Step) => window.history.pushState(null, '', stepPath(to));
  return { step, go, heading };
};
