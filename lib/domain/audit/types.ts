/** Who does something. */
export interface Actor {
  /** Null when nobody is signed in, as on the command line. */
  readonly userId: string | null;
  /** Stays readable when the user is gone; an e-mail address or the name of a program. */
  readonly label: string;
  readonly ip: string | null;
}

/** `installation` stands for what belongs to no single object. */
export type AuditObjectType =
  | "user"
  | "session"
  | "application"
  | "member"
  | "invitation"
  | "service"
  | "api_key"
  | "subject"
  | "face"
  | "installation";

/** One line of the audit trail. Ids only: no names of subjects, no keys, no pictures, no embeddings. */
export interface AuditEntry {
  readonly actor: Actor;
  /** What was done or attempted, as noun and verb: `api_key.reveal`. */
  readonly action: `${string}.${string}`;
  readonly objectType: AuditObjectType;
  readonly objectId: string;
  readonly result: "success" | "denied";
}

export const commandLineActor: Actor = { userId: null, label: "command line", ip: null };
