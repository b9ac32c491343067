import { z } from 'zod';
import { wholeNumber } from './schema-parts.ts';

/** A time of day in which nothing starts by itself. */
interface QuietHours {
  /** When it begins. Default `22:00`. */
  readonly from: string;
  /** When it ends; earlier than `from` means the next day. Default `07:00`. */
  readonly to: string;
  /** Whose clock counts. Default `Europe/Berlin`. */
  readonly timeZone: string;
}

/** Training again by itself as pictures come in. */
export interface AutoRetrainSettings {
  /** Default `false`. */
  readonly enabled: boolean;
  /** How many new pictures are enough. Default 20. */
  readonly newImages: number;
  /** The shortest time between two such trainings, in hours. Default 24. */
  readonly minimumHoursBetween: number;
  /** When no such training starts. Default `null`: never quiet. */
  readonly quietHours: QuietHours | null;
  /** The most that such trainings may cost in a month, in US dollars. Default `null`: only the brand's own budget holds. */
  readonly monthlyBudgetUsd: number | null;
}

const timeOfDay = (value: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as "22:00".')
    .default(value);

const quietHoursSchema = z
  .strictObject({
    from: timeOfDay('22:00'),
    to: timeOfDay('07:00'),
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, 'Use the name of a time zone, such as "Europe/Moscow".')
      .default('Europe/Berlin'),
  })
  .refine(({ from, to }) => from !== to, {
    error: 'Let it begin and end at different times, or use null for no quiet hours.',
    params: { problem: 'has no length' },
  });

export const autoRetrainSchema = z.strictObject({
  enabled: z.boolean().default(false),
  newImages: wholeNumber({ minimum: 1, maximum: 1000, default: 20 }),
  minimumHoursBetween: wholeNumber({ minimum: 1, maximum: 8760, default: 24 }),
  quietHours: quietHoursSchema.nullable().default(null),
  monthlyBudgetUsd: z.number().min(0).max(1_000_000).nullable().default(null),
});

/** Names only: PostgreSQL reads an offset such as `+03:00` with the opposite sign. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
