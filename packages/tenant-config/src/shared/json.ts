/** What JSON can hold, in the form in which supabase-js has it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
