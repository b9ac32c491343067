export { type SignTestWebhookOptions, signTestWebhook } from './sign-test-webhook.ts';
