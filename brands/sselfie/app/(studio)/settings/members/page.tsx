export { generateMetadata, MembersPage as default } from '@act/storefront/pages/members-page';
