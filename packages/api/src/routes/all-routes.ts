import { addUploadedAsset, prepareAssetUpload } from './assets/asset-uploads.ts';
import { changeAssetRoute, getAssetRoute, listAssetsRoute, openAssetFile } from './assets/assets.ts';
import { listCaptionRequests, requestCaptions } from './assets/captions.ts';
import { exportDataset } from './assets/datasets.ts';
import { deleteAsset, deleteAssets } from './assets/deletions.ts';
import { checkReadiness } from './assets/readiness.ts';
import { changePolicyRoute, getPolicy } from './brand/policy.ts';
import { getUsage } from './brand/usage.ts';
import {
  addDocumentRoute,
  deleteDocument,
  listDocumentsRoute,
  openDocument,
  prepareDocumentUpload,
} from './documents/documents.ts';
import { deleteGenerationImage, updateGenerationImage } from './generations/generation-images.ts';
import {
  cancelGeneration,
  cleanupGenerations,
  createGeneration,
  createGenerationAsFounded,
  deleteGeneration,
  getGeneration,
  listGenerations,
} from './generations/generations.ts';
import { quoteGeneration } from './generations/quote-generation.ts';
import {
  createLora,
  deleteLora,
  getLora,
  listLoras,
  retryLora,
  shareLora,
  withdrawLora,
} from './loras/loras.ts';
import { deleteMe, getMe } from './me/me.ts';
import { previewDeletion } from './me/my-data.ts';
import { getNoticePreferences, updateMe } from './me/preferences.ts';
import {
  acceptInvitation,
  addMember,
  joinBrand,
  listInvitationsRoute,
  withdrawInvitationRoute,
} from './members/invitations.ts';
import { changeMember, listMembersRoute, removeMemberRoute } from './members/members.ts';
import {
  deleteModel,
  downloadModel,
  getModel,
  listModels,
  restoreModel,
  retireModel,
  setModelAlias,
} from './models/models.ts';
import {
  listNotices,
  markNoticesRead,
  removePushSubscription,
  savePushSubscription,
  unsubscribeFromNotices,
} from './notices/notices.ts';
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookEndpoints,
  sendTestWebhook,
  updateWebhookEndpoint,
} from './notices/webhook-endpoints.ts';
import type { ApiRoute } from './route.ts';
import { live, ready } from './service/health.ts';
import { openApiDocument, referencePage, root } from './service/reference.ts';
import { explainCleanup, explainRetraining } from './training/plans.ts';
import { quoteTraining } from './training/quote-training.ts';
import { startTraining } from './training/start-training.ts';
import { cancelTrainingJob, restoreTrainingJob, retryTrainingJob } from './training/training-actions.ts';
import { followTrainingJob } from './training/training-events.ts';
import {
  deleteTrainingJob,
  getTrainingJob,
  listTrainingJobs,
  updateTrainingJob,
} from './training/training-jobs.ts';
import { trainingProgress } from './training/training-progress.ts';
import { getTrainingSettings } from './training/training-settings.ts';
import { uploadPictures } from './training/upload-pictures.ts';
import { providerWebhook, replicateTrainingWebhook } from './webhooks/webhooks.ts';

/** Everything that the interface answers, in the order of the reference. A route that is not here is not there. */
export const allRoutes: readonly ApiRoute[] = [
  uploadPictures,
  startTraining,
  trainingProgress,
  quoteTraining,
  getTrainingSettings,
  listTrainingJobs,
  getTrainingJob,
  updateTrainingJob,
  deleteTrainingJob,
  cancelTrainingJob,
  retryTrainingJob,
  restoreTrainingJob,
  followTrainingJob,
  explainRetraining,
  listLoras,
  createLora,
  getLora,
  deleteLora,
  retryLora,
  shareLora,
  withdrawLora,
  listModels,
  getModel,
  deleteModel,
  downloadModel,
  retireModel,
  restoreModel,
  setModelAlias,
  listAssetsRoute,
  prepareAssetUpload,
  addUploadedAsset,
  getAssetRoute,
  changeAssetRoute,
  openAssetFile,
  deleteAsset,
  deleteAssets,
  requestCaptions,
  listCaptionRequests,
  checkReadiness,
  exportDataset,
  listDocumentsRoute,
  prepareDocumentUpload,
  addDocumentRoute,
  openDocument,
  deleteDocument,
  listGenerations,
  createGeneration,
  createGenerationAsFounded,
  quoteGeneration,
  getGeneration,
  cancelGeneration,
  deleteGeneration,
  cleanupGenerations,
  explainCleanup,
  updateGenerationImage,
  deleteGenerationImage,
  getPolicy,
  changePolicyRoute,
  getUsage,
  listMembersRoute,
  addMember,
  changeMember,
  removeMemberRoute,
  listInvitationsRoute,
  withdrawInvitationRoute,
  acceptInvitation,
  getMe,
  previewDeletion,
  deleteMe,
  joinBrand,
  listNotices,
  markNoticesRead,
  getNoticePreferences,
  updateMe,
  savePushSubscription,
  removePushSubscription,
  unsubscribeFromNotices,
  listWebhookEndpoints,
  createWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  sendTestWebhook,
  providerWebhook,
  replicateTrainingWebhook,
  live,
  ready,
  root,
  openApiDocument,
  referencePage,
];
