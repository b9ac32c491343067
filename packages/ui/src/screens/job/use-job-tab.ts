import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { type JobTab, readTab } from './job-tab.ts';

/** Which side of a training is looked at; it stands in the address, so that it can be kept and sent. */
export const useJobTab = () => {
  const address = useSearchParams();
  const [tab, setTab] = useState<JobTab>(() => readTab(address.get('tab')));
  const choose = (chosen: JobTab) => {
    setTab(chosen);
    const next = new URLSearchParams(window.location.search);
    if (chosen === 'overview') next.delete('tab');
    else next.set('tab', chosen);
    window.history.replaceState(null, '', `?${next}`);
  };
  return [tab, choose] as const;
};
