import { configureAuth } from '@act/auth';
import { brand } from './brand.config.ts';

export function register(): void {
  configureAuth({ storefront: 'sselfie', brand, brands: 'its own' });
}
