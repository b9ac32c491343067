/** A file for every picture, model and output. */
export function fillFiles(): string[] {
  return [
    fillBucket('training-data', 'public.brand_assets', 'file_url'),
    fillBucket('models', 'public.brand_models', 'path'),
    fillBucket('generated-content', 'public.generation_images', 'path'),
  ];
}

function fillBucket(bucket: string, table: string, path: string): string {
  return `
    insert into storage.objects (bucket_id, name, owner_id, metadata, version, created_at, updated_at)
    select '${bucket}', substr(${path}, ${bucket.length + 2}), user_id::text,
           '{"size": 1200000, "mimetype": "image/jpeg"}', id::text, created_at, created_at
    from ${table}`;
}
