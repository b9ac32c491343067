'use client';

export { type BrowserSessionSettings, readAccessToken } from './browser/browser-session.ts';
export { PageWatch, type PageWatchProps } from './browser/page-watch.tsx';
