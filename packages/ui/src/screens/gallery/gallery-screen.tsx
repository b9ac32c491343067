'use client';

import { Images, Search } from 'lucide-react';
import { useState } from 'react';
import type { Generation, Page } from '../../api/answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { EmptyState } from '../../primitives/empty-state.tsx';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { Lightbox } from '../../primitives/lightbox.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { VirtualGrid } from '../../primitives/virtual-grid.tsx';
import { useGenerations } from '../generate/use-generations.ts';
import { ScreenError } from '../screen-error.tsx';
import { studioPaths } from '../studio-paths.ts';
import { filterPictures, toPictures } from './gallery-pictures.ts';
import { GalleryTile } from './gallery-tile.tsx';
import { PictureFacts } from './picture-facts.tsx';

const tileWidths = { small: 120, regular: 200, large: 320 };
const densities = ['small', 'regular', 'large'] as const;
type Density = (typeof densities)[number];

/** Every picture that was made, edge to edge; only those in sight exist. */
export function GalleryScreen({ first }: { readonly first?: Page<Generation> | undefined }) {
  const words = useWords('gallery');
  const list = useGenerations(first);
  const [density, setDensity] = useState<Density>('regular');
  const [search, setSearch] = useState('');
  const [isStarredOnly, setIsStarredOnly] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const pictures = filterPictures(toPictures(list.items), { search, isStarredOnly });
  const shown = open === null ? undefined : pictures[open];
  const make = (
    <ButtonLink href={studioPaths.generate} variant="primary">
      {words('make')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={words('title')} actions={make}>
        <div className="flex flex-wrap items-center gap-2">
          <Field label={words('search')} isLabelHidden className="w-full sm:w-72">
            <Input
              type="search"
              icon={<Search aria-hidden size={16} />}
              placeholder={words('search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </Field>
          <Segments
            label={words('which')}
            value={isStarredOnly ? 'starred' : 'all'}
            segments={[
              { value: 'all', label: words('all') },
              { value: 'starred', label: words('starred') },
            ]}
            onChoose={(which) => setIsStarredOnly(which === 'starred')}
          />
          <Segments
            label={words('density')}
            value={density}
            segments={densities.map((one) => ({ value: one, label: words(`densities.${one}`) }))}
            onChoose={setDensity}
            className="max-sm:hidden"
          />
        </div>
      </PageHeader>
      <PageBody>
        {list.isError && !list.data ? (
          <ScreenError title={words('notLoaded')} error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton className="h-96 w-full" />
        ) : pictures.length === 0 ? (
          <EmptyState
            icon={<Images aria-hidden />}
            title={words(list.items.length === 0 ? 'empty' : 'noMatch')}
            line={words(list.items.length === 0 ? 'emptyLine' : 'noMatchLine')}
            action={list.items.length === 0 ? make : undefined}
          />
        ) : (
          <VirtualGrid
            label={words('title')}
            items={pictures}
            itemKey={({ id }) => id}
            tileWidth={tileWidths[density]}
            onEnd={() => void (list.hasNextPage && list.fetchNextPage())}
            renderItem={(picture, index) => (
              <GalleryTile
                picture={picture}
                onOpen={() => setOpen(index)}
                onStar={() => void list.star(picture)}
              />
            )}
          />
        )}
        <Lightbox
          pictures={pictures.map(({ id, url, prompt }) => ({ id, url, alt: prompt }))}
          index={open}
          onMove={setOpen}
          onClose={() => setOpen(null)}
          actions={
            shown
              ? [
                  {
                    key: 'f',
                    label: words('star'),
                    isPressed: shown.isStarred,
                    run: () => void list.star(shown),
                  },
                ]
              : []
          }
          aside={shown && <PictureFacts picture={shown} />}
        />
      </PageBody>
    </>
  );
}
