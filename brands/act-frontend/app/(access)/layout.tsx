import { AccessLayout } from '@act/storefront/pages/access-layout';
import { RegistrationMarks } from '../../look/registration-marks.tsx';

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <AccessLayout
      art={<RegistrationMarks className="size-full" />}
      panelClassName="border-[#2a2e33] bg-[#101214] text-[#eceef0]"
    >
      {children}
    </AccessLayout>
  );
}
