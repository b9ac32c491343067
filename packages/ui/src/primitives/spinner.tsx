import { LoaderCircle } from 'lucide-react';

interface SpinnerProps {
  /** What is being waited for; left out where text beside it says so. */
  readonly label?: string | undefined;
  readonly size?: number | undefined;
}

export function Spinner({ label, size = 16 }: SpinnerProps) {
  return (
    <>
      <LoaderCircle aria-hidden size={size} className="shrink-0 animate-spin" />
      {label !== undefined && <span className="sr-only">{label}</span>}
    </>
  );
}
