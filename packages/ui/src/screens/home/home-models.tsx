'use client';

import { Boxes, Sparkles } from 'lucide-react';
import Link from 'next/link';
import type { BrandModel, Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { HomeSection } from './home-section.tsx';

interface HomeModelsProps {
  readonly models: readonly BrandModel[];
  /** Pictures made lately, one of which may show what a model does. */
  readonly generations: readonly Generation[];
  readonly isPending: boolean;
}

/** The newest models, each ready to be used. */
export function HomeModels({ models, generations, isPending }: HomeModelsProps) {
  const words = useWords('overview');
  return (
    <HomeSection title={words('models')} more={{ href: studioPaths.models, label: words('allModels') }}>
      {isPending ? (
        <Skeleton className="h-20 w-full rounded-lg" />
      ) : models.length === 0 ? (
        <p className="rounded-lg border border-line px-4 py-3.5 text-muted">{words('noModels')}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,240px),1fr))] gap-2.5">
          {models.map((model) => (
            <Model
              key={model.id}
              model={model}
              picture={
                generations.find(({ modelId, images }) => modelId === model.modelId && images[0])?.images[0]
              }
            />
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

interface ModelProps {
  readonly model: BrandModel;
  readonly picture: Generation['images'][number] | undefined;
}

function Model({ model, picture }: ModelProps) {
  const [words, bases] = [useWords('overview'), useWords('bases')];
  const { brand } = useStudio();
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-lg border border-line bg-raised p-2.5">
      <span className="w-16 shrink-0">
        <Tile
          url={picture ? (picture.thumbnailUrl ?? picture.url) : null}
          alt={words('madeWith', { name: model.name })}
          standIn={<Boxes aria-hidden size={20} strokeWidth={1.5} />}
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-1.5">
          <Link
            href={`${studioPaths.models}#${encodeURIComponent(model.name)}`}
            className="truncate font-medium underline-offset-4 hover:underline"
          >
            {model.name}
          </Link>
          <span className="figures shrink-0 text-muted text-sm">v{model.version}</span>
        </span>
        <span className="block truncate text-muted text-sm">
          {bases(model.modelType)} · <RelativeTime at={model.createdAt} />
        </span>
        {brand.role !== 'viewer' && (
          <ButtonLink
            href={studioPaths.generateWith(model.modelId)}
            size="small"
            variant="quiet"
            className="-ml-2.5 text-accent-ink"
            icon={<Sparkles aria-hidden size={14} />}
          >
            {words('use')}
          </ButtonLink>
        )}
      </span>
    </li>
  );
}
