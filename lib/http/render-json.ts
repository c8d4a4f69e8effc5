/** JSON on one line, members without a value left out. */
export const renderJson = (status: number, body: unknown): Response => Response.json(body, { status });
