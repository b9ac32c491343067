import { useEffect, useRef, useState } from 'react';

/** A value once it has rested: what a person is still writing is not asked for. */
export const usePaused = <Value>(value: Value, pauseMs = 300): Value => {
  const [rested, setRested] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(latest.current), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return rested;
};
