// The shape of an endpoint: what goes in and what comes out.
import { z } from 'zod';

export interface Shape {
  readonly summary: string;
  /** Path parameters. */
  readonly params: z.ZodObject;
  /** JSON body, or null for none. */
  readonly body: z.ZodType | null;
  readonly response: z.ZodType;
}

export const none = z.object({});
export const nothing = z.object({ ok: z.literal(true) });
