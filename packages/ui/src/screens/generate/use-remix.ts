import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Generation } from '../../api/answers.ts';
import { isAtOverlayEntry } from '../../primitives/overlay-entry.ts';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';

/** Hands everything a picture was made with over to the form of the generate page. It passes by no address. */
export const useRemix = () => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const router = useRouter();
  const key = [brand.id, 'remix'];
  return {
    remix: (made: Generation) => {
      client.setQueryData<Generation>(key, made);
      // From a picture that lies over the gallery, going back leads to the gallery.
      if (isAtOverlayEntry(window.history)) router.replace(studioPaths.generate);
      else router.push(studioPaths.generate);
    },
    /** What was handed over, once. */
    take: useCallback(() => {
      const made = client.getQueryData<Generation>([brand.id, 'remix']);
      client.removeQueries({ queryKey: [brand.id, 'remix'] });
      return made;
    }, [client, brand.id]),
  };
};
