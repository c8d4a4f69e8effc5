/** Who does something. */
export interface Actor {
  /** Null when nobody is signed in, as on the command line. */
  readonly userId: string | null;
  /** Stays readable when the user is gone; an e-mail address or the name of a program. */
  readonly label: string;
  readonly ip: string | null;
}

/** One line of the audit trail. Ids only: no names of subjects, no keys, no pictures, no embeddings. */
export interface AuditEntry {
  readonly actor: Actor;
  readonly action: "user.create" | "application.create" | "service.create" | "api_key.create";
  readonly objectType: "user" | "application" | "service" | "api_key";
  readonly objectId: string;
  readonly result: "success" | "denied";
}

export const commandLineActor: Actor = { userId: null, label: "command line", ip: null };
