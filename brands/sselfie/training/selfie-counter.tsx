'use client';

import { useTranslations } from 'next-intl';

interface SelfieCounterProps {
  readonly ready: number;
  readonly pending: number;
  /** With fewer nothing can be learned. */
  readonly least: number;
  readonly best: number;
}

/** As many frames as selfies are needed, filled as they come. */
export function SelfieCounter({ ready, pending, least, best }: SelfieCounterProps) {
  const words = useTranslations('sselfie.selfies');
  const missing = Math.max(0, least - ready);
  return (
    <div className="flex items-center gap-4">
      <p className="figures shrink-0 font-display text-2xl">
        <span aria-hidden>
          {ready}
          {ready < least && <span className="text-lg text-muted"> / {least}</span>}
        </span>
        <span className="sr-only">{words('counter', { ready, least })}</span>
      </p>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <span aria-hidden className="flex gap-1">
          {Array.from({ length: least }, (_, index) => (
            <span
              key={index}
              className={`h-2 min-w-0 flex-1 rounded-full ${index < ready ? 'bg-accent' : index < ready + pending ? 'animate-breathe bg-accent/50' : 'bg-edge/25'}`}
            />
          ))}
        </span>
        <p role="status" className="text-muted text-sm">
          {pending > 0
            ? words('pending', { count: pending })
            : missing > 0
              ? words('missing', { count: missing })
              : ready < best
                ? words('enough', { best })
                : words('best')}
        </p>
      </div>
    </div>
  );
}
