import type { Role } from "@/lib/domain/users/types";

export interface Application {
  readonly id: string;
  readonly name: string;
}

/** An application as its members and the administrators of the installation see it. */
export interface ApplicationItem extends Application {
  /** The caller's own; null for a global owner or administrator who is no member. */
  readonly role: Role | null;
  /** Null until somebody owns it, as after a command line that named nobody. */
  readonly owner: { readonly id: string; readonly firstName: string; readonly lastName: string } | null;
  readonly serviceCount: number;
  readonly createdAt: Date;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Of all pages together. */
  readonly total: number;
  /** From 0. */
  readonly page: number;
  /** Items a page. */
  readonly size: number;
}

/** Which part of a list is wanted. */
export interface PageRequest {
  /** Part of a name in any case; empty for all. */
  readonly search: string;
  readonly page: number;
  readonly size: number;
}
