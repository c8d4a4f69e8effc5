import type { Messages } from "@/components/language/message-types";
import { accounts } from "./de/accounts";
import { apiReference } from "./de/api-reference";
import { applications } from "./de/applications";
import { audit } from "./de/audit";
import { collection } from "./de/collection";
import { encryption } from "./de/encryption";
import { holdings } from "./de/holdings";
import { keys } from "./de/keys";
import { members } from "./de/members";
import { models } from "./de/models";
import { palette } from "./de/palette";
import { problems } from "./de/problems";
import { profile } from "./de/profile";
import { qualityMeasures } from "./de/quality-measures";
import { qualityReasons } from "./de/quality-reasons";
import { roles } from "./de/roles";
import { said } from "./de/said";
import { server } from "./de/server";
import { services } from "./de/services";
import { shared } from "./de/shared";
import { shell } from "./de/shell";
import { signInMethods } from "./de/sign-in-methods";
import { start } from "./de/start";
import { statistics } from "./de/statistics";
import { status } from "./de/status";
import { testPage } from "./de/test-page";
import { users } from "./de/users";
import { welcome } from "./de/welcome";

export const german = {
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
} as const satisfies Messages;
