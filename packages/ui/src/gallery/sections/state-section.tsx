'use client';

import { Images } from 'lucide-react';
import { Button } from '../../primitives/button.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { ErrorState } from '../../primitives/error-state.tsx';
import { More } from '../../primitives/more.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Section } from '../section.tsx';

const nothing = () => undefined;

export function StateSection() {
  return (
    <Section title="States">
      <div className="grid gap-5 lg:grid-cols-2">
        <EmptyState
          icon={<Images aria-hidden />}
          title="No pictures yet"
          line="Drop ten to twenty pictures that show what the model should learn."
          action={<Button variant="primary">Add pictures</Button>}
        />
        <div className="flex flex-col gap-4">
          <ErrorState
            title="The training ended early"
            cause="The trainer ran out of memory with these settings. You were not charged."
            nextSteps={['Lower the resolution to 768.', 'Or choose the Standard preset.']}
            report="job 0b7c… · provider_out_of_memory"
            onRetry={nothing}
          />
          <ErrorLine>This picture is 380 pixels wide; it needs at least 512.</ErrorLine>
          <div className="flex flex-col gap-2">
            <Skeleton className="h-5 w-1/3" />
            <Skeleton />
            <Skeleton className="h-4 w-2/3" />
          </div>
          <More shown={40} hasMore isLoading={false} onMore={nothing} />
        </div>
      </div>
    </Section>
  );
}
