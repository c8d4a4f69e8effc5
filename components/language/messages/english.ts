import { accounts } from "./en/accounts";
import { apiReference } from "./en/api-reference";
import { applications } from "./en/applications";
import { audit } from "./en/audit";
import { collection } from "./en/collection";
import { encryption } from "./en/encryption";
import { holdings } from "./en/holdings";
import { keys } from "./en/keys";
import { members } from "./en/members";
import { models } from "./en/models";
import { palette } from "./en/palette";
import { problems } from "./en/problems";
import { profile } from "./en/profile";
import { qualityMeasures } from "./en/quality-measures";
import { qualityReasons } from "./en/quality-reasons";
import { roles } from "./en/roles";
import { said } from "./en/said";
import { server } from "./en/server";
import { services } from "./en/services";
import { shared } from "./en/shared";
import { shell } from "./en/shell";
import { signInMethods } from "./en/sign-in-methods";
import { start } from "./en/start";
import { statistics } from "./en/statistics";
import { status } from "./en/status";
import { testPage } from "./en/test-page";
import { users } from "./en/users";
import { welcome } from "./en/welcome";

/** All texts in English, by the part of the pages that shows them. The other languages follow these names. */
export const english = {
  apiReference,
  statistics,
  holdings,
  server,
  services,
  keys,
  audit,
  collection,
  encryption,
  applications,
  members,
  models,
  problems,
  qualityMeasures,
  qualityReasons,
  roles,
  said,
  palette,
  accounts,
  profile,
  welcome,
  shared,
  shell,
  signInMethods,
  start,
  status,
  testPage,
  users,
} as const;
