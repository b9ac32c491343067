-- Trainers and painters of ours (RunPod) deliver to addresses that we sign, before anybody has checked what they bring:
-- into the system's own bucket, where no member sees it, under {brand_id}/incoming/{run}/. A run begins by writing a lock there,
-- which can be written once.

update storage.buckets
set allowed_mime_types = array['application/zip', 'application/octet-stream', 'application/json']
where id = 'archives';
