'use client';

import type { ReactNode } from 'react';
import type { Preset } from '../../api/wishes.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { Remedy } from './remedy.ts';

interface RemedyButtonProps {
  readonly remedy: Remedy;
  readonly preset: Preset;
  /** Chooses what costs the least. */
  readonly onCheapest: () => void;
  /** Leads to what is wrong on this page. */
  readonly onShowSettings: () => void;
}

/** In the place of the button that trains: the way to where it can. */
export function RemedyButton({ remedy, preset, onCheapest, onShowSettings }: RemedyButtonProps): ReactNode {
  const words = useWords('configure.remedies');
  switch (remedy) {
    case 'pictures':
    case 'fewerPictures':
      return (
        <ButtonLink href={studioPaths.upload} variant="primary">
          {words(`${remedy}.act`)}
        </ButtonLink>
      );
    case 'running':
    case 'tomorrow':
      return (
        <ButtonLink href={`${studioPaths.jobs}?status=running`} variant="primary">
          {words('running.act')}
        </ButtonLink>
      );
    case 'budget':
      return preset === 'quick' ? (
        <ButtonLink href={studioPaths.jobs} variant="primary">
          {words('running.act')}
        </ButtonLink>
      ) : (
        <Button variant="primary" onClick={onCheapest}>
          {words('budget.act')}
        </Button>
      );
    case 'settings':
      return (
        <Button variant="primary" onClick={onShowSettings}>
          {words('settings.act')}
        </Button>
      );
    case 'paused':
      return null;
  }
}
