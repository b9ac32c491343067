import type { ReactNode } from 'react';

/** The one thing to do next, where a thumb reaches it: over the tabs of a phone, at the foot of a wider page. */
export const ThumbBar = ({ children }: { readonly children: ReactNode }) => (
  <div className="sticky bottom-[calc(env(safe-area-inset-bottom)+3.5rem)] z-10 mt-auto border-line border-t bg-raised px-4 py-3 md:bottom-0 md:px-6">
    <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-end gap-x-4 gap-y-2">
      {children}
    </div>
  </div>
);
