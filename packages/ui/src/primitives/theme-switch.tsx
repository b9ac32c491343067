'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { rememberChoice } from './remember-choice.ts';
import { Segments } from './segments.tsx';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The cookie in which the choice is kept; the server writes it on the page as `data-theme`. */
export const themeCookie = 'theme';

export function ThemeSwitch({ value = 'system' }: { readonly value?: ThemeChoice | undefined }) {
  const words = useWords('theme');
  const [chosen, setChosen] = useState(value);
  const choose = (choice: ThemeChoice) => {
    setChosen(choice);
    rememberChoice(themeCookie, choice);
    const page = document.documentElement;
    if (choice === 'system') page.removeAttribute('data-theme');
    else page.setAttribute('data-theme', choice);
  };
  return (
    <Segments
      label={words('label')}
      value={chosen}
      onChoose={choose}
      segments={[
        { value: 'system', label: words('system'), icon: <Monitor aria-hidden size={15} /> },
        { value: 'light', label: words('light'), icon: <Sun aria-hidden size={15} /> },
        { value: 'dark', label: words('dark'), icon: <Moon aria-hidden size={15} /> },
      ]}
    />
  );
}
