import { useRef } from 'react';

/** What the server read with the page, as long as nothing else has been asked for: after that it is old. */
export const useFirstRead = <Read>(read: Read | undefined, asked: string): Read | undefined => {
  const first = useRef<string | null>(asked);
  if (first.current !== asked) first.current = null;
  return first.current === null ? undefined : read;
};
