import type { PushWish } from '../../../api/account-wishes.ts';

/** Whether this browser can show notices, and whether it may. */
export type PushState = 'unable' | 'refused' | 'off' | 'on';

const canPush = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const findSubscription = async () => {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
};

export const readPushState = async (): Promise<PushState> => {
  if (!canPush()) return 'unable';
  if (Notification.permission === 'denied') return 'refused';
  return (await findSubscription()) ? 'on' : 'off';
};

/** The bytes of a key as services write it. */
const toKeyBytes = (key: string): Uint8Array<ArrayBuffer> => {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
};

/** Asks the person, then the browser; null where one of them says no. */
export const subscribeToPush = async (pushKey: string): Promise<PushWish | null> => {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: toKeyBytes(pushKey),
  });
  const { endpoint, keys: { p256dh, auth } = {} } = subscription.toJSON();
  return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : null;
};

/** Ends it in this browser; the address that is to be forgotten. */
export const unsubscribeFromPush = async (): Promise<string | null> => {
  const subscription = await findSubscription();
  if (!subscription) return null;
  await subscription.unsubscribe();
  return subscription.endpoint;
};
