'use client';

import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { PictureGrid } from '../../primitives/picture-grid.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import type { Generations } from '../generate/use-generations.ts';
import { useRemix } from '../generate/use-remix.ts';
import { useStudio } from '../studio.tsx';
import { ComparePictures } from './compare-pictures.tsx';
import { FloatingFoot } from './floating-foot.tsx';
import { GalleryLightbox } from './gallery-lightbox.tsx';
import { type GalleryPicture, type Grouping, type PictureGroup, requestsOf } from './gallery-pictures.ts';
import { GalleryTile, TileActions } from './gallery-tile.tsx';
import { GroupTitle } from './group-title.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { usePainterName } from './use-painter-name.ts';
import { useZip } from './use-zip.ts';

interface GalleryPicturesProps {
  readonly groups: readonly PictureGroup[];
  readonly grouping: Grouping;
  readonly tileWidth: number;
  readonly list: Generations;
  /** Beside the bar of what is chosen: what can be taken back. */
  readonly note: ReactNode;
  readonly onDelete: (pictures: readonly GalleryPicture[]) => void;
  /** Nothing while other pictures are awaited. */
  readonly onEnd: (() => void) | undefined;
}

const keyOf = ({ id }: GalleryPicture) => id;

/** The pictures themselves, what is chosen of them, and what is done with it. */
export function GalleryPictures(props: GalleryPicturesProps) {
  const { groups, grouping, tileWidth, list, note, onDelete, onEnd } = props;
  const [words, painterName] = [useWords('gallery'), usePainterName()];
  const { brand } = useStudio();
  const { remix } = useRemix();
  const canChange = brand.role !== 'viewer';
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<number | null>(null);
  const [isComparing, setIsComparing] = useState(false);
  const pictures = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const sections = useMemo(
    () =>
      groups.map((group) => ({
        id: group.id,
        title: grouping === 'none' ? null : <GroupTitle group={group} by={grouping} />,
        items: group.items,
      })),
    [groups, grouping],
  );
  const chosen = useMemo(() => pictures.filter(({ id }) => chosenIds.has(id)), [pictures, chosenIds]);
  const { packed, save } = useZip({
    renew: list.renewUrls,
    find: (ids) => pictures.filter(({ id }) => ids.has(id)),
  });
  const star = (some: readonly GalleryPicture[]) => {
    const isStarred = !some.every((picture) => picture.isStarred);
    for (const picture of some.filter((one) => one.isStarred !== isStarred))
      void list.mark(picture, { isStarred });
  };
  const rate = (picture: GalleryPicture, rating: number | null) => void list.mark(picture, { rating });
  const remove = (some: readonly GalleryPicture[]) => {
    onDelete(some);
    setChosenIds(new Set());
  };
  const compare = () => {
    if (chosen.length !== 2) return;
    void list.renewUrls(new Set(requestsOf(chosen).map(({ id }) => id)));
    setIsComparing(true);
  };
  const renewBroken = useCallback(
    (picture: GalleryPicture) => void list.renewUrls(new Set([picture.generation.id]), true),
    [list.renewUrls],
  );
  useShortcuts({ c: compare }, chosen.length === 2 && !isComparing && open === null);
  const rating = Object.fromEntries(
    [1, 2, 3, 4, 5].map((value) => [
      String(value),
      (picture: GalleryPicture) => rate(picture, picture.rating === value ? null : value),
    ]),
  );
  const [one, other] = chosen;
  return (
    <>
      <PictureGrid
        label={words('title')}
        sections={sections}
        itemKey={keyOf}
        itemLabel={(picture) => describe(picture, painterName(picture.generation), words)}
        tileWidth={tileWidth}
        chosen={chosenIds}
        isChoosing={chosen.length > 0}
        onChoose={setChosenIds}
        onOpen={(picture) => setOpen(pictures.indexOf(picture))}
        onEnd={onEnd}
        keys={
          canChange
            ? {
                ...rating,
                f: (picture) => star([picture]),
                r: ({ generation }) => remix(generation),
                Delete: (picture) => remove(chosenIds.has(picture.id) ? chosen : [picture]),
              }
            : {}
        }
        renderItem={(picture) => (
          <GalleryTile
            picture={picture}
            isChosen={chosenIds.has(picture.id)}
            onBroken={() => renewBroken(picture)}
          />
        )}
        renderActions={(picture) => (
          <TileActions
            picture={picture}
            isChosen={chosenIds.has(picture.id)}
            canChange={canChange}
            onChoose={() => setChosenIds(toggle(chosenIds, picture.id))}
            onStar={() => star([picture])}
            onRemix={() => remix(picture.generation)}
            onDelete={() => remove([picture])}
          />
        )}
      />
      {(chosen.length > 0 || note) && (
        <FloatingFoot>
          {note}
          {chosen.length > 0 && (
            <SelectionBar
              chosen={chosen}
              canChange={canChange}
              packed={packed}
              onCompare={compare}
              onStar={() => star(chosen)}
              onZip={() => void save(chosen)}
              onDelete={() => remove(chosen)}
              onClear={() => setChosenIds(new Set())}
            />
          )}
        </FloatingFoot>
      )}
      <GalleryLightbox
        pictures={pictures}
        index={open}
        canChange={canChange}
        onMove={setOpen}
        onStar={(picture) => star([picture])}
        onRate={rate}
        onRemix={({ generation }) => remix(generation)}
        onDelete={(picture) => {
          setOpen(null);
          remove([picture]);
        }}
        onShow={({ generation }) => list.renewUrls(new Set([generation.id]))}
      />
      {one && other && (
        <ComparePictures
          isOpen={isComparing}
          one={toCompared(one, ['1', painterName(one.generation)])}
          other={toCompared(other, ['2', painterName(other.generation)])}
          ratio={one.width && one.height ? one.width / one.height : 1}
          onClose={() => setIsComparing(false)}
        />
      )}
    </>
  );
}

const toggle = (chosen: ReadonlySet<string>, id: string) =>
  chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]);

const toCompared = ({ url, seed, generation }: GalleryPicture, label: readonly string[]) => ({
  url,
  alt: generation.prompt,
  label: [...label, seed].filter((part) => part !== null).join(' · '),
});

const describe = (
  { generation, isStarred, rating }: GalleryPicture,
  painterName: string,
  words: ReturnType<typeof useWords<'gallery'>>,
) =>
  [
    generation.prompt,
    painterName,
    isStarred && words('starredOne'),
    rating !== null && words('ratedOne', { value: rating }),
  ]
    .filter(Boolean)
    .join(', ');
