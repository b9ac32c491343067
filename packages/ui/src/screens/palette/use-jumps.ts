import { useEffect, useRef } from 'react';
import { isWriting } from '../../primitives/use-shortcuts.ts';
import { type Jump, type JumpWait, nextJump } from './jumps.ts';

/** `g` and then a letter goes to a place. It hears keys before the page does, which then leaves those alone. */
export const useJumps = (jumps: readonly Jump[], onJump: (href: string) => void) => {
  const current = useRef({ jumps, onJump });
  useEffect(() => {
    current.current = { jumps, onJump };
  });
  useEffect(() => {
    let wait: JumpWait = null;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      // In a dialog keys are its own.
      if (isWriting(event.target) || document.querySelector('[role=dialog], [role=alertdialog]')) return;
      const step = nextJump(wait, event.key, Date.now(), current.current.jumps);
      wait = step.wait;
      if (step.isTaken) event.preventDefault();
      if (step.href) current.current.onJump(step.href);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
};
