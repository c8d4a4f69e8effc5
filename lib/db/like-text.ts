/** Text for a comparison by LIKE, which Prisma's `contains` is, with the pattern characters standing for themselves. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
