'use client';

import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';

interface MendButtonProps {
  /** What is right instead of what was written; empty where there is nothing to offer. */
  readonly mended: string;
  readonly onMend: (mended: string) => void;
}

/** Below a field in which something is wrong: the same, put right, by one tap. */
export function MendButton({ mended, onMend }: MendButtonProps) {
  const words = useWords('triggerWord');
  if (mended === '') return null;
  return (
    <Button size="small" className="max-w-full" onClick={() => onMend(mended)}>
      <span className="truncate">{words('use', { mended })}</span>
    </Button>
  );
}
