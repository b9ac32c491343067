import { AccessLayout } from '@act/storefront/pages/access-layout';
import { PaperCuts, PaperStrip } from '../../look/paper-cuts.tsx';

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <AccessLayout
      art={<PaperCuts className="size-full" />}
      strip={<PaperStrip className="h-full" />}
      panelClassName="border-[#e6d5bd] bg-[#f1e3cd] text-[#2f211a]"
    >
      {children}
    </AccessLayout>
  );
}
