import type { SupabaseClient } from '@supabase/supabase-js';
import { expectTypeOf, it } from 'vitest';
import type { BrandRow } from '../brands/define-brand.ts';
import type { BrandDatabase, BrandSession } from './brand-database.ts';

type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

/** As `supabase gen types` writes it. */
interface Database {
  public: {
    Tables: {
      brands: {
        Row: { id: string; name: string; default_visibility: string; settings: Json };
        Insert: { id: string; name: string; default_visibility?: string; settings?: Json };
        Update: { name?: string; default_visibility?: string; settings?: Json };
        Relationships: [];
      };
      brand_users: {
        Row: { user_id: string; brand_id: string; role: string };
        Insert: { user_id: string; brand_id: string; role?: string };
        Update: { role?: string };
        Relationships: [
          {
            foreignKeyName: 'brand_users_brand_id_fkey';
            columns: ['brand_id'];
            isOneToOne: false;
            referencedRelation: 'brands';
            referencedColumns: ['id'];
          },
        ];
      };
    };
    Views: Record<never, never>;
    Functions: Record<never, never>;
  };
}

it('takes the clients of supabase-js as they are', () => {
  expectTypeOf<SupabaseClient>().toExtend<BrandSession>();
  expectTypeOf<SupabaseClient<Database>>().toExtend<BrandSession>();
  expectTypeOf<Pick<SupabaseClient, 'from'>>().toExtend<BrandDatabase>();
  expectTypeOf<Pick<SupabaseClient, 'from'>>().not.toExtend<BrandSession>();
  expectTypeOf<Pick<SupabaseClient, 'auth'>>().not.toExtend<BrandDatabase>();
});

it('refuses what is no such client', () => {
  expectTypeOf<{
    from(table: string): { select(columns: string): Promise<unknown[]> };
  }>().not.toExtend<BrandDatabase>();
});

it('gives rows that a typed client inserts', () => {
  expectTypeOf<BrandRow>().toExtend<Database['public']['Tables']['brands']['Insert']>();
});
