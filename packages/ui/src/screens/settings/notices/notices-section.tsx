'use client';

import { useStudio } from '../../studio.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { PushGroup } from './push-group.tsx';
import { WebhooksGroup } from './webhooks-group.tsx';

interface NoticesSectionProps {
  /** The public half of the key with which browsers are reached; none where the operator made none. */
  readonly pushKey?: string | undefined;
}

/** By which ways a person is told of what, and where the brand's machines are. */
export function NoticesSection({ pushKey }: NoticesSectionProps) {
  const { brand } = useStudio();
  return (
    <>
      <PreferencesForm />
      <PushGroup pushKey={pushKey} />
      {brand.role === 'admin' && <WebhooksGroup />}
    </>
  );
}
