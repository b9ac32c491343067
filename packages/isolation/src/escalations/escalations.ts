import { type Check, isInFocus } from '../checks/check.ts';
import { atOnceScenarios } from './at-once.ts';
import { existenceScenarios } from './existence.ts';
import { invitationScenarios } from './invitations.ts';
import { membershipScenarios } from './memberships.ts';
import { noticeScenarios } from './notices.ts';
import { restScenarios } from './rest.ts';
import type { Scenario } from './scenario.ts';
import { sharingScenarios } from './sharing.ts';
import { tokenScenarios } from './tokens.ts';
import { wishScenarios } from './wishes.ts';
import { workScenarios } from './work.ts';

const tellAll =
  (scenarios: readonly Scenario[]): Check =>
  async (world, recorder, focus) => {
    for (const { name, wall, run } of scenarios) {
      if (!isInFocus(focus, name)) continue;
      await run(world, (who, how, problem) =>
        recorder.note({ check: 'escalations', what: name, who, how, wall }, problem),
      );
    }
  };

/** Scenarios in SQL, and those that need several connections. */
export const checkEscalations: Check = tellAll([
  ...membershipScenarios,
  ...wishScenarios,
  ...existenceScenarios,
  ...invitationScenarios,
  ...workScenarios,
  ...noticeScenarios,
  ...sharingScenarios,
  ...atOnceScenarios,
]);

/** Scenarios through the HTTP interface. */
export const checkEscalationsHttp: Check = tellAll([...tokenScenarios, ...restScenarios]);
