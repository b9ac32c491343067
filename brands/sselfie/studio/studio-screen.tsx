'use client';

import { GenerateScreen } from '@act/ui/screens/generate/generate-screen';
import type { ComponentProps } from 'react';
import { IdeaCards } from './idea-cards.tsx';

/** Pictures of oneself, with ideas to begin from. */
export const StudioScreen = (props: Omit<ComponentProps<typeof GenerateScreen>, 'ideas'>) => (
  <GenerateScreen {...props} ideas={(given) => <IdeaCards {...given} />} />
);
