import type { ReactNode } from 'react';

/** What lies over the foot of a page while it is scrolled: bars and notes, above the tabs of a phone. */
export function FloatingFoot({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pointer-events-none sticky bottom-[calc(env(safe-area-inset-bottom)+72px)] z-20 mt-auto flex flex-col items-center gap-2 self-stretch md:bottom-4 [&>*]:pointer-events-auto [&>*]:max-w-full">
      {children}
    </div>
  );
}
