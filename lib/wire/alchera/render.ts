/** JSON with four blanks before each level, as the vendor's document shows it. */
export function renderJson(status: number, body: unknown): Response {
  const headers = { "content-type": "application/json" };
  return new Response(`${JSON.stringify(body, null, 4)}\n`, { status, headers });
}
