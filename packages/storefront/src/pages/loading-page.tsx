import { PageBody } from '@act/ui/frame/page-body';
import { Skeleton } from '@act/ui/primitives/skeleton';

/** Holds the place of a page whose data is on its way. */
export function LoadingPage() {
  return (
    <>
      <div className="h-14 border-line border-b" />
      <PageBody>
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-64 w-full" />
      </PageBody>
    </>
  );
}
