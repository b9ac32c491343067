import { AccessLayout } from '@act/storefront/pages/access-layout';
import { Company } from '../../look/company.tsx';

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <AccessLayout
      art={<Company className="size-full" />}
      panelClassName="border-transparent bg-[#35204f] text-[#fdf3fb]"
    >
      {children}
    </AccessLayout>
  );
}
