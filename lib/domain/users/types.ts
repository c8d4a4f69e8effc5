export const roles = ["OWNER", "ADMINISTRATOR", "USER"] as const;
export type Role = (typeof roles)[number];

export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly globalRole: Role;
}
