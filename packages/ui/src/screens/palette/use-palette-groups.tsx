import { useQuery } from '@tanstack/react-query';
import {
  Bell,
  Boxes,
  CheckCheck,
  FileText,
  GalleryHorizontalEnd,
  House,
  Images,
  Keyboard,
  Layers,
  ListChecks,
  Plus,
  Settings,
  Sparkles,
  UsersRound,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useWords } from '../../messages/use-words.ts';
import type { PaletteGroup } from '../../primitives/command-list.tsx';
import { useMarkRead } from '../activity/use-activity.ts';
import { sectionsFor } from '../settings/sections.ts';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import type { Jump } from './jumps.ts';

const icons = {
  home: <House aria-hidden />,
  datasets: <Images aria-hidden />,
  train: <ListChecks aria-hidden />,
  lora: <Layers aria-hidden />,
  models: <Boxes aria-hidden />,
  generate: <Sparkles aria-hidden />,
  gallery: <GalleryHorizontalEnd aria-hidden />,
  documents: <FileText aria-hidden />,
  activity: <Bell aria-hidden />,
  settings: <Settings aria-hidden />,
};

/** As many as somebody looks through by name; the lists themselves have the rest. */
const most = 100;

/** Everything that can be gone to or done, by name. Models and trainings come when they have been read. */
export const usePaletteGroups = (jumps: readonly Jump[], onShortcuts: () => void): PaletteGroup[] => {
  const [words, places] = [useWords('palette'), useWords('frame.places')];
  const router = useRouter();
  const markRead = useMarkRead();
  const { api, brand } = useStudio();
  const models = useQuery({
    queryKey: [brand.id, 'palette', 'models'],
    queryFn: ({ signal }) => api.models.list({ limit: most, signal }),
  });
  const jobs = useQuery({
    queryKey: [brand.id, 'palette', 'jobs'],
    queryFn: ({ signal }) => api.jobs.list({ limit: most, signal }),
  });
  const go = (href: string) => () => router.push(href);
  const isMember = brand.role !== 'viewer';
  const has = (name: Jump['place']) => jumps.some(({ place }) => place === name);
  return [
    {
      label: words('pages'),
      entries: jumps.map(({ key, place, href }) => ({
        id: `page ${place}`,
        label: places(place),
        icon: icons[place],
        keys: `G ${key.toUpperCase()}`,
        onChoose: go(href),
      })),
    },
    {
      label: words('actions'),
      entries: [
        ...(isMember && has('train')
          ? [
              {
                id: 'do train',
                label: words('train'),
                icon: <Plus aria-hidden />,
                onChoose: go(studioPaths.upload),
              },
            ]
          : []),
        ...(isMember && has('generate')
          ? [
              {
                id: 'do generate',
                label: words('generate'),
                icon: <Sparkles aria-hidden />,
                onChoose: go(studioPaths.generate),
              },
            ]
          : []),
        {
          id: 'do read',
          label: words('markRead'),
          icon: <CheckCheck aria-hidden />,
          onChoose: () => void markRead(),
        },
        {
          id: 'do keys',
          label: words('shortcuts'),
          icon: <Keyboard aria-hidden />,
          keys: '?',
          onChoose: onShortcuts,
        },
      ],
    },
    {
      label: words('models'),
      entries: (models.data?.items ?? []).map(({ id, modelId, name, version, triggerWord }) => ({
        id: `model ${id}`,
        label: `${name} v${version}`,
        icon: <Boxes aria-hidden />,
        keywords: [modelId, ...(triggerWord ? [triggerWord] : [])],
        onChoose: go(isMember ? studioPaths.generateWith(modelId) : studioPaths.models),
      })),
    },
    {
      label: words('jobs'),
      entries: (jobs.data?.items ?? []).map(({ id, name, triggerWord }) => ({
        id: `job ${id}`,
        label: name,
        icon: <ListChecks aria-hidden />,
        keywords: triggerWord ? [triggerWord] : [],
        onChoose: go(studioPaths.job(id)),
      })),
    },
    {
      label: words('settings'),
      entries: [
        ...sectionsFor(brand).map((section) => ({
          id: `settings ${section}`,
          label: words(`sections.${section}`),
          icon: <Settings aria-hidden />,
          onChoose: go(studioPaths.settingsOf(section)),
        })),
        ...(brand.role === 'admin'
          ? [
              {
                id: 'settings members',
                label: words('sections.members'),
                icon: <UsersRound aria-hidden />,
                onChoose: go(studioPaths.members),
              },
            ]
          : []),
      ],
    },
  ].filter(({ entries }) => entries.length > 0);
};
