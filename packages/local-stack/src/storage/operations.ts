/** Hosted's names for the calls, which policies read as `storage.operation()`. */
export const operations = {
  createBucket: 'storage.bucket.create',
  deleteBucket: 'storage.bucket.delete',
  emptyBucket: 'storage.bucket.empty',
  listBuckets: 'storage.bucket.list',
  getBucket: 'storage.bucket.get',
  updateBucket: 'storage.bucket.update',

  copy: 'storage.object.copy',
  upload: 'storage.object.upload',
  update: 'storage.object.upload_update',
  uploadSigned: 'storage.object.upload_signed',
  remove: 'storage.object.delete',
  removeMany: 'storage.object.delete_many',
  getPublic: 'storage.object.get_public',
  getAuthenticated: 'storage.object.get_authenticated',
  getSigned: 'storage.object.get_signed',
  // Hosted's own names for these two lack the first word.
  getInfo: 'object.get_authenticated_info',
  headInfo: 'object.head_authenticated_info',
  getPublicInfo: 'storage.object.info_public',
  sign: 'storage.object.sign',
  signMany: 'storage.object.sign_many',
  signUpload: 'storage.object.sign_upload_url',
  list: 'storage.object.list',
  listV2: 'storage.object.list_v2',
  move: 'storage.object.move',

  resumableCreate: 'storage.tus.upload.create',
  resumablePart: 'storage.tus.upload.part',
  resumableGet: 'storage.tus.upload.get',
  resumableDelete: 'storage.tus.upload.delete',

  /** Ours: no policy is asked. */
  sweep: 'storage.sweep',
} as const;
