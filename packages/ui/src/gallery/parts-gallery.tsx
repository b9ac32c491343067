import { OfflineBanner } from '../primitives/offline-banner.tsx';
import { ButtonSection } from './sections/button-section.tsx';
import { FormSection } from './sections/form-section.tsx';
import { PictureSection } from './sections/picture-section.tsx';
import { PopupSection } from './sections/popup-section.tsx';
import { StateSection } from './sections/state-section.tsx';
import { StatusSection } from './sections/status-section.tsx';
import { TableSection } from './sections/table-section.tsx';

/** Every part in every state, to be looked at in both themes. */
export function PartsGallery({ isOffline = false }: { readonly isOffline?: boolean | undefined }) {
  return (
    <div className="flex flex-col gap-10">
      <ButtonSection />
      <FormSection />
      <StatusSection />
      <TableSection />
      <PictureSection />
      <StateSection />
      <PopupSection />
      {isOffline && <OfflineBanner isShown />}
    </div>
  );
}
