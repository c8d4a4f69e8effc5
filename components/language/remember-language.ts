const yearS = 31_536_000;

/** Keeps the reader's choice where the server reads it. It takes effect when the page comes again. */
export function rememberLanguage(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, which a first start has not.
  document.cookie = `language=${language}; path=/; max-age=${yearS}; samesite=lax`;
}
