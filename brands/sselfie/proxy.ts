export { guardPage as proxy } from '@act/auth/proxy';

export const config = {
  matcher: [
    '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg|theme.css|service-worker.js|offline).*)',
  ],
};
