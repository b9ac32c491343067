import { useEffect } from 'react';

/** Has the browser ask before the tab is closed, while something would be lost by it. */
export const useLeaveWarning = (isOn: boolean): void =>
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOn]);
