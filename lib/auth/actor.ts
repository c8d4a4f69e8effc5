import type { Role } from "@/lib/domain/users/types";

/** Who is signed in, as the session row and the user row said at the start of the request. */
export interface AdminActor {
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly globalRole: Role;
  readonly sessionId: string;
}
