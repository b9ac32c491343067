/** How far somebody has followed a training: the last event, and the next step of the loss curve. */
export interface EventCursor {
  readonly eventId: number;
  readonly nextStep: number;
}

const beginning: EventCursor = { eventId: 0, nextStep: 0 };

/** As `id:` of each message, which browsers send back as `Last-Event-ID`. */
export const toMessageId = ({ eventId, nextStep }: EventCursor): string => `${eventId}-${nextStep}`;

/** Anything that is not ours is the beginning: to see something twice is better than to miss it. */
export function parseMessageId(text: string | null): EventCursor {
  const [, eventId, nextStep = '0'] = /^(\d{1,15})(?:-(\d{1,9}))?$/.exec(text ?? '') ?? [];
  return eventId === undefined ? beginning : { eventId: Number(eventId), nextStep: Number(nextStep) };
}
