export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '@act/storefront/routes/api';
