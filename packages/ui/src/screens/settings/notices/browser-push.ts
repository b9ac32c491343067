import type { PushWish } from '../../../api/settings-wishes.ts';
import { canPush, findSubscription } from './push-subscription.ts';

/** Whether this browser can show notices, and whether it may. */
export type PushState = 'unable' | 'refused' | 'off' | 'on';

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
