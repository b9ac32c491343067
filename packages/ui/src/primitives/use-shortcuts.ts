import { useEffect, useRef } from 'react';

/** By key as `KeyboardEvent.key` has it, letters small; `mod+` stands for ⌘ and Ctrl alike. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Whether a key that is pressed there writes something. */
export const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'));

/** What a press of a key is called in `Shortcuts`. */
export const shortcutName = ({ key, metaKey, ctrlKey }: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey'>) =>
  `${metaKey || ctrlKey ? 'mod+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;

/** Keys for the whole page while the component is there. Letters never fire while somebody writes. */
export const useShortcuts = (shortcuts: Shortcuts, isActive = true) => {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!isActive) return;
    const press = (event: KeyboardEvent) => {
      const name = shortcutName(event);
      if (event.defaultPrevented || event.altKey || (isWriting(event.target) && !name.startsWith('mod+')))
        return;
      const run = current.current[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isActive]);
};
