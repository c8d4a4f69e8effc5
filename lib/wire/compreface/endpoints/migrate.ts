import { requestMove } from "@/lib/domain/model-packs/service";
import { signedIn } from "@/lib/wire/compreface/auth";
import { migrationRuns } from "@/lib/wire/compreface/catalogue";
import { comprefacePath, comprefaceText } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/migrate";

/** Has the running networks embed stored pictures anew; for the owner of the installation, with a session. */
export const migrateHandlers = comprefacePath(pattern, {
  POST: comprefaceText({
    pattern,
    authenticate: signedIn,
    read: () => undefined,
    run: async (_, { actor }) => {
      if (!(await requestMove(actor))) throw migrationRuns();
    },
    serialize: () => "Migration started",
  }),
});
