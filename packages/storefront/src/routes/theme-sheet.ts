import { themeToCss } from '@act/ui/theme/theme-to-css';
import { parseThemeAddress } from '../look/theme-address.ts';

export function GET(request: Request): Response {
  const theme = parseThemeAddress(request.url);
  if (!theme) return new Response('', { status: 404 });
  return new Response(themeToCss(theme), {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}
