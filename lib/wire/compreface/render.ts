/** JSON as the vendor prints it: indented, members without a value left out. */
export function renderJson(status: number, body: unknown): Response {
  const headers = { "content-type": "application/json" };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, { status, headers });
}
