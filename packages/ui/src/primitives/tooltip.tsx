'use client';

import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

interface TooltipProps {
  /** What it explains; takes the focus. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
}

/** A sentence on something short. Never the only place where it is said. */
export function Tooltip({ trigger, children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={trigger} delay={400} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner sideOffset={8} collisionPadding={8} className="z-50">
          <BaseTooltip.Popup className="pop max-w-64 rounded-md bg-text px-2.5 py-1.5 text-sm text-surface">
            {children}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
