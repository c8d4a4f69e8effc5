export const roles = ["OWNER", "ADMINISTRATOR", "USER"] as const;
export type Role = (typeof roles)[number];

export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly globalRole: Role;
}

export type UserStatus = "UNVERIFIED" | "ACTIVE" | "DISABLED";
/** What an administrator can make of a user; verified is only who proved their address. */
export const settableStatuses = ["ACTIVE", "DISABLED"] as const;

/** Who gets the applications of a deleted user: the one who deletes, or the owner of the installation. */
export const replacers = ["deleter", "owner"] as const;
export type Replacer = (typeof replacers)[number];

/** A user as administrators see them in the list. */
export interface UserItem extends User {
  readonly status: UserStatus;
  readonly createdAt: Date;
}

export interface ListedUser extends UserItem {
  readonly hasSecondFactor: boolean;
}

export interface UserPage {
  readonly items: readonly ListedUser[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export interface UserQuery {
  /** Part of a name or an address, any case; empty for all. */
  readonly search: string;
  /** From 0. */
  readonly page: number;
  readonly size: number;
}

/** An account to be made; the password is hashed already. */
export interface NewAccount extends Omit<User, "id" | "globalRole"> {
  /** Null for who comes through the identity provider. */
  readonly passwordHash: string | null;
  readonly status: UserStatus;
}

/** Columns that change after an account was made. */
export interface UpdatedFields {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly passwordHash?: string | null;
  readonly globalRole?: Role;
  readonly status?: UserStatus;
}
