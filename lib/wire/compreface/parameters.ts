/** Text values by name, in the order in which they came. */
export type TextValues = ReadonlyMap<string, readonly string[]>;

const lists: ReadonlySet<string> = new Set(["face_plugins"]);
/** Names of people: kept as they are, and an empty one is not the same as none. */
const verbatim: ReadonlySet<string> = new Set(["subject"]);

const separators =
  /\?(?=(?:limit|prediction_count|det_prob_threshold|face_plugins|status|detect_faces|subject|page|size)=)/g;

/**
 * Brings the parameters of the query string and of the form's text parts into one record. Empty values count as not
 * given; of a repeated parameter the first value is taken, lists are joined with commas.
 *
 * A `?` before the name of a parameter separates like `&`: one client library of the vendor writes `?a=1?b=2`.
 */
export function collectParameters(url: string, form: TextValues = new Map()): Record<string, string> {
  const start = url.indexOf("?");
  const query = start < 0 ? "" : url.slice(start + 1).replaceAll(separators, "&");
  const pairs = [...new URLSearchParams(query), ...formPairs(form)];
  const parameters = new Map<string, string>();
  for (const [name, text] of pairs) {
    const value = verbatim.has(name) ? text : text.trim();
    if (value === "" && !verbatim.has(name)) continue;
    const earlier = parameters.get(name);
    if (earlier === undefined) parameters.set(name, value);
    else if (lists.has(name)) parameters.set(name, `${earlier},${value}`);
  }
  return Object.fromEntries(parameters);
}

function formPairs(form: TextValues): [string, string][] {
  return [...form].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}
