/** Text values by name, in the order in which they came. */
export type TextValues = ReadonlyMap<string, readonly string[]>;

const lists: ReadonlySet<string> = new Set(["face_plugins"]);
/** Names of people: kept as they are, and an empty one is not the same as none. */
const verbatim: ReadonlySet<string> = new Set(["subject"]);

const separator =
  /\?(?=(?:limit|prediction_count|det_prob_threshold|face_plugins|status|detect_faces|subject|page|size)=)/;

/**
 * Brings the parameters of the query string and of the form's text parts into one record. Empty values count as not
 * given; of a repeated parameter the first value is taken, lists are joined with commas.
 *
 * A `?` before the name of a parameter separates like `&`: one client library of the vendor writes `?a=1?b=2`. It is
 * looked for in the decoded values, since Next hands the address on with that character encoded.
 */
export function collectParameters(url: string, form: TextValues = new Map()): Record<string, string> {
  const start = url.indexOf("?");
  const query = new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
  const pairs = [...[...query].flatMap(splitPair), ...formPairs(form)];
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

function splitPair([name, text]: [string, string]): [string, string][] {
  const [value = "", ...others] = text.split(separator);
  const pairs = others.map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return [[name, value], ...pairs];
}

function formPairs(form: TextValues): [string, string][] {
  return [...form].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}
