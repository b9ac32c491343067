import type { ReactNode } from 'react';

export interface OpenBrandFormProps {
  readonly brandId: string;
  /** Where to go on to in the brand; its start page unless told. */
  readonly next?: string;
  readonly className?: string;
  /** The button. */
  readonly children: ReactNode;
}

/**
 * The way into a brand, whichever was open before. An ordinary form loads a new page, where a link or an action would swap
 * a part of this one: nothing of the last brand may stay in the browser's memory.
 */
export const OpenBrandForm = ({ brandId, next = '/', className, children }: OpenBrandFormProps) => (
  <form method="post" action={`/open/${encodeURIComponent(brandId)}/now`} className={className}>
    {next !== '/' && <input type="hidden" name="next" value={next} />}
    {children}
  </form>
);
