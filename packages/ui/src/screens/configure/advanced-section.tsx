'use client';

import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ComponentProps, useId, useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { Badge } from '../../primitives/badge.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';

const MoreSettings = dynamic(() => import('./more-settings.tsx').then((module) => module.MoreSettings), {
  loading: () => <Skeleton className="h-96 w-full rounded-lg" />,
});

interface AdvancedSectionProps extends ComponentProps<typeof MoreSettings> {
  /** Something in it is wrong: then it stands open. */
  readonly isWrong: boolean;
}

/** Folded away, and not even loaded, until somebody wants it. */
export function AdvancedSection({ isWrong, ...rest }: AdvancedSectionProps) {
  const words = useWords('configure');
  const [isWanted, setIsWanted] = useState(false);
  const id = useId();
  const changed = Object.keys(rest.form.own).length;
  const isOpen = isWanted || isWrong;
  return (
    <section className="flex flex-col gap-4 border-line border-t pt-5">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsWanted(!isOpen)}
          className="flex min-h-control w-full items-center gap-2.5 rounded-md text-left font-medium"
        >
          <ChevronDown
            aria-hidden
            size={16}
            className={classNames('transition-transform duration-150', !isOpen && '-rotate-90')}
          />
          {words('advanced')}
          {changed > 0 && <Badge tone="active">{words('changedCount', { count: changed })}</Badge>}
          <span className="font-normal text-muted text-sm max-sm:hidden">{words('advancedLine')}</span>
        </button>
      </h2>
      <div id={id}>{isOpen && <MoreSettings {...rest} />}</div>
    </section>
  );
}
