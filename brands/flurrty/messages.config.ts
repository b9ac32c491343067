import { defineMessages } from '@act/storefront/messages';

export default defineMessages((language) => import(`./messages/${language}.json`));
