/** A person in a collection. */
export interface Subject {
  readonly id: string;
  /** As it was first spelled. */
  readonly name: string;
}
