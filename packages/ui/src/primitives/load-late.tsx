import { type ComponentType, lazy, Suspense } from 'react';

/**
 * A part that is fetched when it is first shown in a browser; until it has come, nothing stands in its place. What
 * `next/dynamic` brings along beyond that is for pages that may be larger than the jobs list and the frame around it.
 */
export const loadLate = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Part = lazy(async () => ({ default: await load() }));
  return (props: Props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
};
