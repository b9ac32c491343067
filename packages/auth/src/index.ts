export {
  getBrandVisit,
  getVisit,
  hasRole,
  type RequireViewerOptions,
  requireBrandVisit,
  requireViewer,
} from './brands/guards.ts';
export { acceptInvitation, joinBrand } from './brands/join.ts';
export { getLanguage } from './brands/language.ts';
export { listMembers, listOpenInvitations, type Member, type OpenInvitation } from './brands/members.ts';
export { type FindVisitOptions, findVisit, type Viewer, type Visit } from './brands/viewer.ts';
export {
  type AuthConfiguration,
  configureAuth,
  findOnlyBrandId,
  getAuthConfiguration,
} from './configuration.ts';
export { type AuthSettings, type DemoPerson, loadAuthSettings } from './load-setting.ts';
export { toSafePath } from './paths/safe-path.ts';
export { chooseLanguage, type LanguageWishes } from './people/choose-language.ts';
export { listDemoPeople } from './people/list-demo-people.ts';
export { type ActionResult, type Refusal, refusals } from './people/results.ts';
export { AuthUnavailableError } from './sessions/auth-unavailable-error.ts';
export { type CookieNames, nameCookies } from './sessions/cookies.ts';
export type { Person } from './sessions/find-person.ts';
export { withFreshSession } from './sessions/fresh-session.ts';
export { type OwnCookies, openOwnCookies } from './sessions/own-cookies.ts';
export { isOwnOrigin } from './sessions/own-origin.ts';
export { createServerSession, getOrigin } from './sessions/server-session.ts';
