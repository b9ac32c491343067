import { AccessLayout } from '@act/storefront/pages/access-layout';
import { Halftone } from '../../look/halftone.tsx';

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <AccessLayout
      art={<Halftone className="size-full" />}
      panelClassName="border-[#0d0e12] bg-[#2527e6] text-[#ffffff]"
    >
      {children}
    </AccessLayout>
  );
}
