import type { Messages } from "@/components/language/message-types";
import { applications } from "./de/applications";
import { members } from "./de/members";
import { problems } from "./de/problems";
import { roles } from "./de/roles";
import { said } from "./de/said";
import { shared } from "./de/shared";
import { shell } from "./de/shell";
import { start } from "./de/start";
import { status } from "./de/status";
import { users } from "./de/users";

export const german = {
  applications,
  members,
  problems,
  roles,
  said,
  shared,
  shell,
  start,
  status,
  users,
} as const satisfies Messages;
