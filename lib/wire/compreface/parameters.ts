/** Text values by name, in the order in which they came. */
export type TextValues = ReadonlyMap<string, readonly string[]>;

const lists: ReadonlySet<string> = new Set(["face_plugins"]);

/**
 * Brings the parameters of the query string and of the form's text parts into one record. Empty values count as not
 * given; of a repeated parameter the first value is taken, lists are joined with commas.
 *
 * A `?` inside the query separates like `&`: one client library of the vendor writes `?a=1?b=2`, and no parameter
 * read here may contain that character.
 */
export function collectParameters(url: string, form: TextValues = new Map()): Record<string, string> {
  const start = url.indexOf("?");
  const query = start < 0 ? "" : url.slice(start + 1).replaceAll("?", "&");
  const pairs = [...new URLSearchParams(query), ...formPairs(form)];
  const parameters = new Map<string, string>();
  for (const [name, text] of pairs) {
    const value = text.trim();
    if (value === "") continue;
    const earlier = parameters.get(name);
    if (earlier === undefined) parameters.set(name, value);
    else if (lists.has(name)) parameters.set(name, `${earlier},${value}`);
  }
  return Object.fromEntries(parameters);
}

function formPairs(form: TextValues): [string, string][] {
  return [...form].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}
