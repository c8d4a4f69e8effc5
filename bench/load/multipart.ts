const boundary = "mien-load-4c8f2a";

/** One `file` part, encoded once and sent again and again, so that the program costs the server's machine little. */
export function encodeMultipart(
  file: Uint8Array,
  fileName: string,
): {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
} {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body: Uint8Array.from(body), contentType: `multipart/form-data; boundary=${boundary}` };
}
