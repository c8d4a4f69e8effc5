export interface Application {
  readonly id: string;
  readonly name: string;
}
