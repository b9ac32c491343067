import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface ErrorLineProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** One line where something went wrong, read aloud at once. */
export function ErrorLine({ children, className }: ErrorLineProps) {
  return (
    <p role="alert" className={classNames('flex items-start gap-1.5 text-bad text-sm', className)}>
      <CircleAlert aria-hidden size={15} className="mt-px shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
