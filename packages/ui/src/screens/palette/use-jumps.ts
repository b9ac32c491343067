import { useEffect, useRef } from 'react';
import { isWriting } from '../../primitives/use-shortcuts.ts';
import { type JumpWait, nextJump } from './jumps.ts';

/** `g` and then a letter goes to a place. It hears keys before the page does, which then leaves those alone. */
export const useJumps = (onJump: (href: string) => void) => {
  const jump = useRef(onJump);
  useEffect(() => {
    jump.current = onJump;
  });
  useEffect(() => {
    let wait: JumpWait = null;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      // In a dialog keys are its own.
      if (isWriting(event.target) || document.querySelector('[role=dialog], [role=alertdialog]')) return;
      const step = nextJump(wait, event.key, Date.now());
      wait = step.wait;
      if (step.isTaken) event.preventDefault();
      if (step.href) jump.current(step.href);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
};
