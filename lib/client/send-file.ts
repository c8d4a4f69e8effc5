import { problemOf } from "./problem";

interface Sending {
  readonly url: string;
  readonly file: File;
  /** The same for each try to send this file: the server does the work of them once. */
  readonly key?: string;
  readonly signal: AbortSignal;
  /** 0..1 of the file. */
  readonly onProgress: (share: number) => void;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The browser tells no difference between a connection that broke and a file that was changed or removed meanwhile. */
async function whyNothingWent(file: File): Promise<Error> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return new TypeError("The server cannot be reached.");
  } catch {
    return new Error("The file was changed or removed. Please choose it again.");
  }
}

/**
 * Sends one file as a form, and returns the answer. `fetch` cannot say how much of a body has gone, hence the older request.
 *
 * @throws ProblemError when the server refuses, TypeError when it cannot be reached, Error when the file is not
 *   there any more, AbortError after `signal`
 */
export function sendFile({ url, file, key, signal, onProgress }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => () => {
      signal.removeEventListener("abort", stop);
      settle();
    };
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = end(() => {
      const body = parse(request.responseText);
      if (request.status < 300) resolve(body);
      else reject(problemOf(body, request.status));
    });
    request.onerror = end(() => void whyNothingWent(file).then(reject));
    request.onabort = end(() => reject(new DOMException("stopped", "AbortError")));
    if (signal.aborted) return request.onabort(new ProgressEvent("abort"));
    signal.addEventListener("abort", stop);
    const form = new FormData();
    form.set("file", file);
    request.open("POST", url);
    if (key !== undefined) request.setRequestHeader("idempotency-key", key);
    request.send(form);
  });
}
