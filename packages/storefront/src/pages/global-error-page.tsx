'use client';

export interface GlobalErrorPageProps {
  readonly retry: () => void;
}

/** Where even the frame of a page failed: in both languages, for which one it was is not known any more. */
export function GlobalErrorPage({ retry }: GlobalErrorPageProps) {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: 'system-ui, sans-serif', margin: 0, padding: '20vh 24px', textAlign: 'center' }}
      >
        <p>This page could not be shown. Nothing that you made is lost.</p>
        <p lang="ru">Не удалось показать страницу. Ничего из созданного вами не потеряно.</p>
        <button type="button" onClick={retry}>
          Try again · <span lang="ru">Попробовать снова</span>
        </button>
      </body>
    </html>
  );
}
