/** With which a client encrypts the pictures that it sends: AES-256-GCM, both used as the bytes of their letters. */
export interface EncryptionPair {
  /** 32 bytes. */
  readonly encryptionKey: string;
  /** 12 bytes. */
  readonly encryptionIv: string;
}

/** What an administrator gets to see. The installation's pair serves other applications too and is not shown. */
export type ShownEncryption =
  | ({ readonly source: "service" } & EncryptionPair)
  | { readonly source: "installation" | "none" };
