import { hasRole, requireViewer } from '@act/auth';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { ButtonLink } from '@act/ui/primitives/button-link';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { StatusChip } from '@act/ui/primitives/status-chip';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OverviewFigures } from '../../../home/overview-figures.tsx';
import { OverviewList } from '../../../home/overview-list.tsx';
import { readOverview } from '../../../home/read-overview.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await requireViewer()).brand.name,
});

export default async function HomePage() {
  const { brand } = await requireViewer();
  const [overview, words] = await Promise.all([readOverview(brand.id), getTranslations('home')]);
  const figures = [
    { label: words('pictures'), value: overview.pictures },
    { label: words('models'), value: overview.models },
    { label: words('underWay'), value: overview.underWay },
  ];
  return (
    <>
      <PageHeader
        title={brand.name}
        actions={
          hasRole(brand.role, 'member') && (
            <ButtonLink href="/training/upload" variant="primary">
              {words('train')}
            </ButtonLink>
          )
        }
      />
      <PageBody width="form">
        <OverviewFigures figures={figures} />
        <div className="grid gap-8 md:grid-cols-2">
          <OverviewList
            title={words('latestModels')}
            nothing={words('noModels')}
            entries={overview.latestModels.map(({ id, slug, trigger_word, created_at }) => ({
              id,
              href: `/generate/new?model=${encodeURIComponent(slug)}`,
              name: slug,
              note: <RelativeTime at={created_at} />,
              mark: trigger_word && <code className="text-muted text-sm">{trigger_word}</code>,
            }))}
          />
          <OverviewList
            title={words('latestJobs')}
            nothing={words('noJobs')}
            entries={overview.latestJobs.map(({ id, name, status, progress, created_at }) => ({
              id,
              href: `/training/monitor?job=${id}`,
              name,
              note: <RelativeTime at={created_at} />,
              mark: <StatusChip status={status} progress={progress} />,
            }))}
          />
        </div>
      </PageBody>
    </>
  );
}
