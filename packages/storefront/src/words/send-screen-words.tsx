import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type ScreenName, screenWords } from './screen-words.ts';
import { WordsProvider } from './words-provider.tsx';

export interface ScreenWordsProps {
  readonly of: ScreenName;
  readonly children: ReactNode;
}

/** Around a screen: sends the words that only it shows. */
export async function ScreenWords({ of, children }: ScreenWordsProps) {
  const messages = await getMessages();
  const words = Object.fromEntries(screenWords[of].map((name) => [name, messages[name] ?? {}]));
  return <WordsProvider words={words}>{children}</WordsProvider>;
}
