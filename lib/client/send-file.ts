import { problemOf } from "./problem";

interface Sending {
  readonly url: string;
  readonly file: File;
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

/**
 * Sends one file as a form, and returns the answer. `fetch` cannot say how much of a body has gone, hence the older request.
 *
 * @throws ProblemError when the server refuses, TypeError when it cannot be reached, AbortError after `signal`
 */
export function sendFile({ url, file, signal, onProgress }: Sending): Promise<unknown> {
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
    request.onerror = end(() => reject(new TypeError("The server cannot be reached.")));
    request.onabort = end(() => reject(new DOMException("stopped", "AbortError")));
    if (signal.aborted) return request.onabort(new ProgressEvent("abort"));
    signal.addEventListener("abort", stop);
    const form = new FormData();
    form.set("file", file);
    request.open("POST", url);
    request.send(form);
  });
}
