import { useEffect, useState } from 'react';

/** The time, every second while it matters. */
export const useNow = (isRunning: boolean): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
};
