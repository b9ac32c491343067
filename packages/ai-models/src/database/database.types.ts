// Made from the migrations by `pnpm --filter @act/schema generate:types`.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "13"
  }
  public: {
    Tables: {
      brand_assets: {
        Row: {
          asset_type: string
          brand_id: string
          content_type: string | null
          created_at: string
          file_url: string
          height: number | null
          id: string
          inspection: NonNullable<Json>
          is_training_data: boolean
          name: string
          perceptual_hash: string | null
          rejection_reason: string | null
          sha256: string | null
          size_bytes: number | null
          status: string
          thumbnail_url: string | null
          trained_at: string | null
          training_caption: string | null
          training_metadata: NonNullable<Json>
          user_id: string | null
          visibility: string
          width: number | null
        }
        Insert: {
          asset_type?: string
          brand_id: string
          content_type?: string | null
          created_at?: string
          file_url: string
          height?: number | null
          id?: string
          inspection?: NonNullable<Json>
          is_training_data?: boolean
          name: string
          perceptual_hash?: string | null
          rejection_reason?: string | null
          sha256?: string | null
          size_bytes?: number | null
          status?: string
          thumbnail_url?: string | null
          trained_at?: string | null
          training_caption?: string | null
          training_metadata?: NonNullable<Json>
          user_id?: string | null
          visibility?: string
          width?: number | null
        }
        Update: {
          asset_type?: string
          brand_id?: string
          content_type?: string | null
          created_at?: string
          file_url?: string
          height?: number | null
          id?: string
          inspection?: NonNullable<Json>
          is_training_data?: boolean
          name?: string
          perceptual_hash?: string | null
          rejection_reason?: string | null
          sha256?: string | null
          size_bytes?: number | null
          status?: string
          thumbnail_url?: string | null
          trained_at?: string | null
          training_caption?: string | null
          training_metadata?: NonNullable<Json>
          user_id?: string | null
          visibility?: string
          width?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "brand_assets_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      brand_documents: {
        Row: {
          brand_id: string
          content_type: string | null
          created_at: string
          id: string
          name: string
          path: string
          size_bytes: number | null
          user_id: string | null
          visibility: string
        }
        Insert: {
          brand_id: string
          content_type?: string | null
          created_at?: string
          id?: string
          name: string
          path: string
          size_bytes?: number | null
          user_id?: string | null
          visibility?: string
        }
        Update: {
          brand_id?: string
          content_type?: string | null
          created_at?: string
          id?: string
          name?: string
          path?: string
          size_bytes?: number | null
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "brand_documents_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      brand_invitations: {
        Row: {
          accepted_at: string | null
          accepted_by: string | null
          brand_id: string
          code_hash: string
          created_at: string
          email: string
          expires_at: string
          id: string
          invited_by: string | null
          role: string
        }
        Insert: {
          accepted_at?: string | null
          accepted_by?: string | null
          brand_id: string
          code_hash: string
          created_at?: string
          email: string
          expires_at?: string
          id?: string
          invited_by?: string | null
          role?: string
        }
        Update: {
          accepted_at?: string | null
          accepted_by?: string | null
          brand_id?: string
          code_hash?: string
          created_at?: string
          email?: string
          expires_at?: string
          id?: string
          invited_by?: string | null
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: "brand_invitations_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      brand_models: {
        Row: {
          base_model: string
          brand_id: string
          created_at: string
          dataset_id: string | null
          description: string | null
          id: string
          job_id: string | null
          metadata: NonNullable<Json>
          name: string
          owner_scope: string
          path: string
          provider: string | null
          provider_model: string | null
          provider_version: string | null
          rank: number | null
          sample_paths: string[]
          sha256: string
          shared_at: string | null
          size_bytes: number
          slug: string
          sources_deleted_at: string | null
          status: string
          subject_kind: string | null
          title: string | null
          trigger_word: string | null
          user_id: string | null
          version: number
          visibility: string
        }
        Insert: {
          base_model: string
          brand_id: string
          created_at?: string
          dataset_id?: string | null
          description?: string | null
          id?: string
          job_id?: string | null
          metadata?: NonNullable<Json>
          name: string
          owner_scope?: string
          path: string
          provider?: string | null
          provider_model?: string | null
          provider_version?: string | null
          rank?: number | null
          sample_paths?: string[]
          sha256: string
          shared_at?: string | null
          size_bytes: number
          slug?: never
          sources_deleted_at?: string | null
          status?: string
          subject_kind?: string | null
          title?: string | null
          trigger_word?: string | null
          user_id?: string | null
          version: number
          visibility: string
        }
        Update: {
          base_model?: string
          brand_id?: string
          created_at?: string
          dataset_id?: string | null
          description?: string | null
          id?: string
          job_id?: string | null
          metadata?: NonNullable<Json>
          name?: string
          owner_scope?: string
          path?: string
          provider?: string | null
          provider_model?: string | null
          provider_version?: string | null
          rank?: number | null
          sample_paths?: string[]
          sha256?: string
          shared_at?: string | null
          size_bytes?: number
          slug?: never
          sources_deleted_at?: string | null
          status?: string
          subject_kind?: string | null
          title?: string | null
          trigger_word?: string | null
          user_id?: string | null
          version?: number
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "brand_models_brand_id_dataset_id_fkey"
            columns: ["brand_id", "dataset_id"]
            referencedRelation: "training_datasets"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "brand_models_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "brand_models_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      brand_users: {
        Row: {
          brand_id: string
          created_at: string
          role: string
          user_id: string
        }
        Insert: {
          brand_id: string
          created_at?: string
          role?: string
          user_id: string
        }
        Update: {
          brand_id?: string
          created_at?: string
          role?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "brand_users_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      brands: {
        Row: {
          created_at: string
          default_visibility: string
          id: string
          name: string
          settings: NonNullable<Json>
        }
        Insert: {
          created_at?: string
          default_visibility?: string
          id: string
          name: string
          settings?: NonNullable<Json>
        }
        Update: {
          created_at?: string
          default_visibility?: string
          id?: string
          name?: string
          settings?: NonNullable<Json>
        }
        Relationships: []
      }
      caption_requests: {
        Row: {
          asked_by: string | null
          asset_id: string
          brand_id: string
          completed_at: string | null
          created_at: string
          due_at: string | null
          error_code: string | null
          error_message: string | null
          fence: number
          id: string
          idempotency_key: string | null
          lease_expires_at: string | null
          lease_owner: string | null
          overwrite: boolean
          prefix: string | null
          sent_count: number
          status: string
          user_id: string | null
          visibility: string
          wish_hash: string | null
        }
        Insert: {
          asked_by?: string | null
          asset_id: string
          brand_id: string
          completed_at?: string | null
          created_at?: string
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          fence?: number
          id?: string
          idempotency_key?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          overwrite?: boolean
          prefix?: string | null
          sent_count?: number
          status?: string
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Update: {
          asked_by?: string | null
          asset_id?: string
          brand_id?: string
          completed_at?: string | null
          created_at?: string
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          fence?: number
          id?: string
          idempotency_key?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          overwrite?: boolean
          prefix?: string | null
          sent_count?: number
          status?: string
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "caption_requests_brand_id_asset_id_fkey"
            columns: ["brand_id", "asset_id"]
            referencedRelation: "brand_assets"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "caption_requests_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      deleted_files: {
        Row: {
          brand_id: string
          bucket_id: string
          created_at: string
          name: string
        }
        Insert: {
          brand_id: string
          bucket_id: string
          created_at?: string
          name: string
        }
        Update: {
          brand_id?: string
          bucket_id?: string
          created_at?: string
          name?: string
        }
        Relationships: []
      }
      generation_images: {
        Row: {
          brand_id: string
          content_type: string
          created_at: string
          generation_id: string
          height: number | null
          id: string
          is_starred: boolean
          path: string
          position: number
          rating: number | null
          seed: number | null
          sha256: string | null
          size_bytes: number | null
          thumbnail_path: string | null
          user_id: string | null
          visibility: string
          width: number | null
        }
        Insert: {
          brand_id: string
          content_type: string
          created_at?: string
          generation_id: string
          height?: number | null
          id?: string
          is_starred?: boolean
          path: string
          position: number
          rating?: number | null
          seed?: number | null
          sha256?: string | null
          size_bytes?: number | null
          thumbnail_path?: string | null
          user_id?: string | null
          visibility?: string
          width?: number | null
        }
        Update: {
          brand_id?: string
          content_type?: string
          created_at?: string
          generation_id?: string
          height?: number | null
          id?: string
          is_starred?: boolean
          path?: string
          position?: number
          rating?: number | null
          seed?: number | null
          sha256?: string | null
          size_bytes?: number | null
          thumbnail_path?: string | null
          user_id?: string | null
          visibility?: string
          width?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "generation_images_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "generation_images_brand_id_generation_id_fkey"
            columns: ["brand_id", "generation_id"]
            referencedRelation: "generations"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      generations: {
        Row: {
          brand_id: string
          cancel_requested_at: string | null
          completed_at: string | null
          cost_usd: number | null
          created_at: string
          deadline_at: string | null
          due_at: string | null
          error_code: string | null
          error_message: string | null
          estimated_cost_usd: number | null
          fence: number
          former_model: string | null
          id: string
          idempotency_key: string | null
          image_count: number
          last_signal_at: string | null
          lease_expires_at: string | null
          lease_owner: string | null
          model_id: string | null
          progress: number
          prompt: string
          provider: string | null
          provider_job_id: string | null
          second_model_id: string | null
          settings: NonNullable<Json>
          status: string
          user_id: string | null
          visibility: string
          wish_hash: string | null
        }
        Insert: {
          brand_id: string
          cancel_requested_at?: string | null
          completed_at?: string | null
          cost_usd?: number | null
          created_at?: string
          deadline_at?: string | null
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          estimated_cost_usd?: number | null
          fence?: number
          former_model?: string | null
          id?: string
          idempotency_key?: string | null
          image_count?: number
          last_signal_at?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          model_id?: string | null
          progress?: number
          prompt: string
          provider?: string | null
          provider_job_id?: string | null
          second_model_id?: string | null
          settings?: NonNullable<Json>
          status?: string
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Update: {
          brand_id?: string
          cancel_requested_at?: string | null
          completed_at?: string | null
          cost_usd?: number | null
          created_at?: string
          deadline_at?: string | null
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          estimated_cost_usd?: number | null
          fence?: number
          former_model?: string | null
          id?: string
          idempotency_key?: string | null
          image_count?: number
          last_signal_at?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          model_id?: string | null
          progress?: number
          prompt?: string
          provider?: string | null
          provider_job_id?: string | null
          second_model_id?: string | null
          settings?: NonNullable<Json>
          status?: string
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "generations_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "generations_brand_id_model_id_fkey"
            columns: ["brand_id", "model_id"]
            referencedRelation: "brand_models"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "generations_brand_id_second_model_id_fkey"
            columns: ["brand_id", "second_model_id"]
            referencedRelation: "brand_models"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      lora_training_job_assets: {
        Row: {
          asset_id: string
          brand_id: string
          job_id: string
          position: number
          user_id: string | null
          visibility: string
        }
        Insert: {
          asset_id: string
          brand_id: string
          job_id: string
          position: number
          user_id?: string | null
          visibility?: string
        }
        Update: {
          asset_id?: string
          brand_id?: string
          job_id?: string
          position?: number
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "lora_training_job_assets_brand_id_asset_id_fkey"
            columns: ["brand_id", "asset_id"]
            referencedRelation: "brand_assets"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "lora_training_job_assets_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      lora_training_jobs: {
        Row: {
          attempt: number
          brand_id: string
          cancel_requested_at: string | null
          completed_at: string | null
          cost_usd: number | null
          created_at: string
          dataset_id: string | null
          deadline_at: string | null
          deleted_at: string | null
          description: string | null
          due_at: string | null
          error_code: string | null
          error_message: string | null
          estimated_completion: string | null
          estimated_cost_usd: number | null
          fence: number
          gpu_seconds: number | null
          id: string
          idempotency_key: string | null
          is_automatic: boolean
          last_signal_at: string | null
          lease_expires_at: string | null
          lease_owner: string | null
          metadata: NonNullable<Json>
          model_type: string
          model_url: string | null
          name: string
          progress: number
          provider: string | null
          provider_job_id: string | null
          readiness_override: boolean
          retry_of: string | null
          sample_images_urls: string[]
          sharing: string | null
          stage: string | null
          started_at: string | null
          status: string
          subject_kind: string
          trainer_version: string | null
          training_asset_ids: string[]
          training_config: NonNullable<Json>
          trigger_word: string | null
          user_id: string | null
          visibility: string
          wish_hash: string | null
        }
        Insert: {
          attempt?: number
          brand_id: string
          cancel_requested_at?: string | null
          completed_at?: string | null
          cost_usd?: number | null
          created_at?: string
          dataset_id?: string | null
          deadline_at?: string | null
          deleted_at?: string | null
          description?: string | null
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          estimated_completion?: string | null
          estimated_cost_usd?: number | null
          fence?: number
          gpu_seconds?: number | null
          id?: string
          idempotency_key?: string | null
          is_automatic?: boolean
          last_signal_at?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          metadata?: NonNullable<Json>
          model_type: string
          model_url?: string | null
          name: string
          progress?: number
          provider?: string | null
          provider_job_id?: string | null
          readiness_override?: boolean
          retry_of?: string | null
          sample_images_urls?: string[]
          sharing?: string | null
          stage?: string | null
          started_at?: string | null
          status?: string
          subject_kind?: string
          trainer_version?: string | null
          training_asset_ids: string[]
          training_config?: NonNullable<Json>
          trigger_word?: string | null
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Update: {
          attempt?: number
          brand_id?: string
          cancel_requested_at?: string | null
          completed_at?: string | null
          cost_usd?: number | null
          created_at?: string
          dataset_id?: string | null
          deadline_at?: string | null
          deleted_at?: string | null
          description?: string | null
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          estimated_completion?: string | null
          estimated_cost_usd?: number | null
          fence?: number
          gpu_seconds?: number | null
          id?: string
          idempotency_key?: string | null
          is_automatic?: boolean
          last_signal_at?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          metadata?: NonNullable<Json>
          model_type?: string
          model_url?: string | null
          name?: string
          progress?: number
          provider?: string | null
          provider_job_id?: string | null
          readiness_override?: boolean
          retry_of?: string | null
          sample_images_urls?: string[]
          sharing?: string | null
          stage?: string | null
          started_at?: string | null
          status?: string
          subject_kind?: string
          trainer_version?: string | null
          training_asset_ids?: string[]
          training_config?: NonNullable<Json>
          trigger_word?: string | null
          user_id?: string | null
          visibility?: string
          wish_hash?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "lora_training_jobs_brand_id_dataset_id_fkey"
            columns: ["brand_id", "dataset_id"]
            referencedRelation: "training_datasets"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "lora_training_jobs_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "lora_training_jobs_brand_id_retry_of_fkey"
            columns: ["brand_id", "retry_of"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      model_aliases: {
        Row: {
          alias: string
          brand_id: string
          model_id: string
          name: string
          owner_scope: string
          updated_at: string
          user_id: string | null
          visibility: string
        }
        Insert: {
          alias: string
          brand_id: string
          model_id: string
          name: string
          owner_scope?: string
          updated_at?: string
          user_id?: string | null
          visibility?: string
        }
        Update: {
          alias?: string
          brand_id?: string
          model_id?: string
          name?: string
          owner_scope?: string
          updated_at?: string
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "model_aliases_brand_id_model_id_owner_scope_name_fkey"
            columns: ["brand_id", "model_id", "owner_scope", "name"]
            referencedRelation: "brand_models"
            referencedColumns: ["brand_id", "id", "owner_scope", "name"]
          },
        ]
      }
      notice_deliveries: {
        Row: {
          attempts: number
          brand_id: string
          channel: string
          created_at: string
          endpoint_id: string | null
          fence: number
          id: string
          last_error: string | null
          lease_expires_at: string | null
          lease_owner: string | null
          next_at: string | null
          notice_id: string
          sent_at: string | null
          state: string
          subscription_id: string | null
          unknown_outcomes: number
        }
        Insert: {
          attempts?: number
          brand_id: string
          channel: string
          created_at?: string
          endpoint_id?: string | null
          fence?: number
          id?: string
          last_error?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          next_at?: string | null
          notice_id: string
          sent_at?: string | null
          state?: string
          subscription_id?: string | null
          unknown_outcomes?: number
        }
        Update: {
          attempts?: number
          brand_id?: string
          channel?: string
          created_at?: string
          endpoint_id?: string | null
          fence?: number
          id?: string
          last_error?: string | null
          lease_expires_at?: string | null
          lease_owner?: string | null
          next_at?: string | null
          notice_id?: string
          sent_at?: string | null
          state?: string
          subscription_id?: string | null
          unknown_outcomes?: number
        }
        Relationships: [
          {
            foreignKeyName: "notice_deliveries_brand_id_endpoint_id_fkey"
            columns: ["brand_id", "endpoint_id"]
            referencedRelation: "webhook_endpoints"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "notice_deliveries_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notice_deliveries_brand_id_notice_id_fkey"
            columns: ["brand_id", "notice_id"]
            referencedRelation: "notices"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "notice_deliveries_brand_id_subscription_id_fkey"
            columns: ["brand_id", "subscription_id"]
            referencedRelation: "push_subscriptions"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      notice_preferences: {
        Row: {
          brand_id: string
          email_kinds: string[]
          language: string | null
          others_failures: boolean
          push_kinds: string[]
          updated_at: string
          user_id: string
        }
        Insert: {
          brand_id: string
          email_kinds: string[]
          language?: string | null
          others_failures: boolean
          push_kinds: string[]
          updated_at?: string
          user_id: string
        }
        Update: {
          brand_id?: string
          email_kinds?: string[]
          language?: string | null
          others_failures?: boolean
          push_kinds?: string[]
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notice_preferences_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notice_preferences_user_id_brand_id_fkey"
            columns: ["user_id", "brand_id"]
            referencedRelation: "brand_users"
            referencedColumns: ["user_id", "brand_id"]
          },
        ]
      }
      notices: {
        Row: {
          brand_id: string
          created_at: string
          facts: NonNullable<Json>
          generation_id: string | null
          id: string
          job_id: string | null
          kind: string
          read_at: string | null
          user_id: string | null
        }
        Insert: {
          brand_id: string
          created_at?: string
          facts?: NonNullable<Json>
          generation_id?: string | null
          id?: string
          job_id?: string | null
          kind: string
          read_at?: string | null
          user_id?: string | null
        }
        Update: {
          brand_id?: string
          created_at?: string
          facts?: NonNullable<Json>
          generation_id?: string | null
          id?: string
          job_id?: string | null
          kind?: string
          read_at?: string | null
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "notices_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notices_brand_id_generation_id_fkey"
            columns: ["brand_id", "generation_id"]
            referencedRelation: "generations"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "notices_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "notices_user_id_brand_id_fkey"
            columns: ["user_id", "brand_id"]
            referencedRelation: "brand_users"
            referencedColumns: ["user_id", "brand_id"]
          },
        ]
      }
      provider_attempts: {
        Row: {
          attempt: number
          brand_id: string
          created_at: string
          decided_at: string | null
          error_code: string | null
          generation_id: string | null
          id: string
          job_id: string | null
          outcome: string
          provider: string
          provider_job_id: string | null
        }
        Insert: {
          attempt: number
          brand_id: string
          created_at?: string
          decided_at?: string | null
          error_code?: string | null
          generation_id?: string | null
          id?: string
          job_id?: string | null
          outcome?: string
          provider: string
          provider_job_id?: string | null
        }
        Update: {
          attempt?: number
          brand_id?: string
          created_at?: string
          decided_at?: string | null
          error_code?: string | null
          generation_id?: string | null
          id?: string
          job_id?: string | null
          outcome?: string
          provider?: string
          provider_job_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "provider_attempts_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "provider_attempts_brand_id_generation_id_fkey"
            columns: ["brand_id", "generation_id"]
            referencedRelation: "generations"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "provider_attempts_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      provider_leftovers: {
        Row: {
          attempts: number
          brand_id: string
          created_at: string
          due_at: string | null
          error_code: string | null
          error_message: string | null
          id: string
          provider: string
          provider_job_id: string | null
          provider_model: string | null
          provider_version: string | null
        }
        Insert: {
          attempts?: number
          brand_id: string
          created_at?: string
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          id?: string
          provider: string
          provider_job_id?: string | null
          provider_model?: string | null
          provider_version?: string | null
        }
        Update: {
          attempts?: number
          brand_id?: string
          created_at?: string
          due_at?: string | null
          error_code?: string | null
          error_message?: string | null
          id?: string
          provider?: string
          provider_job_id?: string | null
          provider_model?: string | null
          provider_version?: string | null
        }
        Relationships: []
      }
      provider_prices: {
        Row: {
          base_model: string
          fixed_seconds: number
          hardware: string
          kind: string
          provider: string
          seconds_per_unit: number
          usd_per_gpu_second: number
        }
        Insert: {
          base_model: string
          fixed_seconds?: number
          hardware: string
          kind: string
          provider: string
          seconds_per_unit: number
          usd_per_gpu_second: number
        }
        Update: {
          base_model?: string
          fixed_seconds?: number
          hardware?: string
          kind?: string
          provider?: string
          seconds_per_unit?: number
          usd_per_gpu_second?: number
        }
        Relationships: []
      }
      push_subscriptions: {
        Row: {
          auth_secret: string
          brand_id: string
          created_at: string
          endpoint: string
          id: string
          public_key: string
          user_id: string
        }
        Insert: {
          auth_secret: string
          brand_id: string
          created_at?: string
          endpoint: string
          id?: string
          public_key: string
          user_id: string
        }
        Update: {
          auth_secret?: string
          brand_id?: string
          created_at?: string
          endpoint?: string
          id?: string
          public_key?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "push_subscriptions_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "push_subscriptions_user_id_brand_id_fkey"
            columns: ["user_id", "brand_id"]
            referencedRelation: "brand_users"
            referencedColumns: ["user_id", "brand_id"]
          },
        ]
      }
      training_datasets: {
        Row: {
          archive_path: string | null
          brand_id: string
          created_at: string
          id: string
          image_count: number
          items: NonNullable<Json>
          root_hash: string
          size_bytes: number | null
          user_id: string | null
          visibility: string
        }
        Insert: {
          archive_path?: string | null
          brand_id: string
          created_at?: string
          id?: string
          image_count: number
          items: NonNullable<Json>
          root_hash: string
          size_bytes?: number | null
          user_id?: string | null
          visibility: string
        }
        Update: {
          archive_path?: string | null
          brand_id?: string
          created_at?: string
          id?: string
          image_count?: number
          items?: NonNullable<Json>
          root_hash?: string
          size_bytes?: number | null
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_datasets_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
      training_events: {
        Row: {
          brand_id: string
          created_at: string
          id: number
          job_id: string
          kind: string
          message: string | null
          path: string | null
          progress: number | null
          stage: string | null
          status: string | null
          user_id: string | null
          visibility: string
        }
        Insert: {
          brand_id: string
          created_at?: string
          id?: never
          job_id: string
          kind: string
          message?: string | null
          path?: string | null
          progress?: number | null
          stage?: string | null
          status?: string | null
          user_id?: string | null
          visibility?: string
        }
        Update: {
          brand_id?: string
          created_at?: string
          id?: never
          job_id?: string
          kind?: string
          message?: string | null
          path?: string | null
          progress?: number | null
          stage?: string | null
          status?: string | null
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_events_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      training_metrics: {
        Row: {
          brand_id: string
          created_at: string
          job_id: string
          learning_rate: number | null
          loss: number | null
          step: number
          user_id: string | null
          visibility: string
        }
        Insert: {
          brand_id: string
          created_at?: string
          job_id: string
          learning_rate?: number | null
          loss?: number | null
          step: number
          user_id?: string | null
          visibility?: string
        }
        Update: {
          brand_id?: string
          created_at?: string
          job_id?: string
          learning_rate?: number | null
          loss?: number | null
          step?: number
          user_id?: string | null
          visibility?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_metrics_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      webhook_capabilities: {
        Row: {
          brand_id: string
          created_at: string
          expires_at: string
          generation_id: string | null
          job_id: string | null
          provider: string
          token_hash: string
        }
        Insert: {
          brand_id: string
          created_at?: string
          expires_at: string
          generation_id?: string | null
          job_id?: string | null
          provider: string
          token_hash: string
        }
        Update: {
          brand_id?: string
          created_at?: string
          expires_at?: string
          generation_id?: string | null
          job_id?: string | null
          provider?: string
          token_hash?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_capabilities_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "webhook_capabilities_brand_id_generation_id_fkey"
            columns: ["brand_id", "generation_id"]
            referencedRelation: "generations"
            referencedColumns: ["brand_id", "id"]
          },
          {
            foreignKeyName: "webhook_capabilities_brand_id_job_id_fkey"
            columns: ["brand_id", "job_id"]
            referencedRelation: "lora_training_jobs"
            referencedColumns: ["brand_id", "id"]
          },
        ]
      }
      webhook_endpoints: {
        Row: {
          address: string
          brand_id: string
          created_at: string
          disabled_reason: string | null
          failure_count: number
          id: string
          is_enabled: boolean
          kinds: string[]
          last_error: string | null
          last_sent_at: string | null
          secret: string
        }
        Insert: {
          address: string
          brand_id: string
          created_at?: string
          disabled_reason?: string | null
          failure_count?: number
          id?: string
          is_enabled?: boolean
          kinds: string[]
          last_error?: string | null
          last_sent_at?: string | null
          secret: string
        }
        Update: {
          address?: string
          brand_id?: string
          created_at?: string
          disabled_reason?: string | null
          failure_count?: number
          id?: string
          is_enabled?: boolean
          kinds?: string[]
          last_error?: string | null
          last_sent_at?: string | null
          secret?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_endpoints_brand_id_fkey"
            columns: ["brand_id"]
            referencedRelation: "brands"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      accept_invitation: { Args: { code: string }; Returns: string }
      begin_caption: {
        Args: { fence: number; request_id: string }
        Returns: boolean
      }
      begin_delivery: {
        Args: { delivery_id: string; fence: number }
        Returns: boolean
      }
      change_policy: {
        Args: { brand_id: string; changes: Json }
        Returns: undefined
      }
      clear_departed: { Args: Record<PropertyKey, never>; Returns: Json }
      count_my_data: {
        Args: Record<PropertyKey, never>
        Returns: {
          documents: number
          generations: number
          memberships: number
          models: number
          pictures: number
          running: number
          trainings: number
        }[]
      }
      create_invitation: {
        Args: { brand_id: string; email: string; role?: string }
        Returns: string
      }
      create_webhook_endpoint: {
        Args: { address: string; brand_id: string; kinds: string[] }
        Returns: Json
      }
      delete_assets: {
        Args: { asset_ids: string[]; brand_id: string }
        Returns: Json
      }
      delete_brand: { Args: { brand_id: string }; Returns: undefined }
      delete_my_data: { Args: Record<PropertyKey, never>; Returns: Json }
      drop_archive: { Args: { dataset_id: string }; Returns: boolean }
      expire_rows: { Args: Record<PropertyKey, never>; Returns: Json }
      extend_lease: {
        Args: { fence: number; seconds?: number; work_id: string }
        Returns: boolean
      }
      finish_cleanup: { Args: Record<PropertyKey, never>; Returns: string }
      finish_model_move: {
        Args: { model_id: string; path: string }
        Returns: boolean
      }
      get_brand_policy: { Args: { brand_id: string }; Returns: Json }
      get_cleanup_facts: { Args: { brand_id: string }; Returns: Json }
      get_model_move: { Args: { model_id: string }; Returns: Json }
      get_notice_preferences: { Args: { brand_id: string }; Returns: Json }
      get_retraining_facts: { Args: { brand_id: string }; Returns: Json }
      get_spent_this_month: { Args: { brand_id: string }; Returns: number }
      get_usage: {
        Args: { brand_id: string; months?: number }
        Returns: {
          cost_usd: number
          gpu_seconds: number
          model: string
          month: string
          part: string
          pictures: number
          trainings: number
          user_id: string
        }[]
      }
      is_departing: { Args: Record<PropertyKey, never>; Returns: boolean }
      join_brand: { Args: { brand_id: string }; Returns: string }
      list_member_addresses: {
        Args: { brand_id: string }
        Returns: {
          email: string
          user_id: string
        }[]
      }
      move_generation: {
        Args: {
          changes?: Json
          fence: number
          from_status: string
          generation_id: string
          to_status: string
        }
        Returns: boolean
      }
      move_training_job: {
        Args: {
          changes?: Json
          fence: number
          from_status: string
          job_id: string
          to_status: string
        }
        Returns: boolean
      }
      note_stray_files: { Args: { older_than?: string }; Returns: number }
      open_delivery: {
        Args: { delivery_id: string; fence: number }
        Returns: Json
      }
      register_model: {
        Args: { fence: number; job_id: string; model: Json }
        Returns: string
      }
      release_lease: {
        Args: { fence: number; next_at?: string; work_id: string }
        Returns: boolean
      }
      reserve_model_version: {
        Args: { fence: number; job_id: string; name: string }
        Returns: number
      }
      ring_doorbell: {
        Args: { capability: string; provider: string }
        Returns: undefined
      }
      save_push_subscription: {
        Args: {
          auth_secret: string
          brand_id: string
          endpoint: string
          public_key: string
        }
        Returns: string
      }
      search_generations: {
        Args: {
          after_created_at?: string
          after_id?: string
          brand_id: string
          created_before?: string
          created_from?: string
          is_starred?: boolean
          model_id?: string
          most?: number
          words?: string[]
        }
        Returns: {
          brand_id: string
          cancel_requested_at: string | null
          completed_at: string | null
          cost_usd: number | null
          created_at: string
          deadline_at: string | null
          due_at: string | null
          error_code: string | null
          error_message: string | null
          estimated_cost_usd: number | null
          fence: number
          former_model: string | null
          id: string
          idempotency_key: string | null
          image_count: number
          last_signal_at: string | null
          lease_expires_at: string | null
          lease_owner: string | null
          model_id: string | null
          progress: number
          prompt: string
          provider: string | null
          provider_job_id: string | null
          second_model_id: string | null
          settings: NonNullable<Json>
          status: string
          user_id: string | null
          visibility: string
          wish_hash: string | null
        }[]
        SetofOptions: {
          from: "*"
          to: "generations"
          isOneToOne: false
          isSetofReturn: true
        }
      }
      send_test_webhook: { Args: { endpoint_id: string }; Returns: string }
      set_notice_preferences: {
        Args: { brand_id: string; changes: Json }
        Returns: Json
      }
      settle_caption: {
        Args: {
          caption?: string
          error_code?: string
          error_message?: string
          fence: number
          next_at?: string
          outcome: string
          request_id: string
        }
        Returns: boolean
      }
      settle_delivery: {
        Args: {
          delivery_id: string
          error?: string
          fence: number
          outcome: string
          retry_seconds?: number
        }
        Returns: boolean
      }
      share_training: {
        Args: { is_shared: boolean; job_id: string }
        Returns: undefined
      }
      take_lease: {
        Args: { seconds?: number; work_id: string; worker: string }
        Returns: number
      }
      unsubscribe_from_notices: { Args: { token: string }; Returns: boolean }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
