import { StudioLayout } from '@act/storefront/pages/studio-layout';
import { places } from '../../twins/places.tsx';

export default function Layout({ children }: LayoutProps<'/'>) {
  return <StudioLayout places={places}>{children}</StudioLayout>;
}
