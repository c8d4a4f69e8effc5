const sizeDefault = 20;
const sizeMax = 2000;
const intMax = 2 ** 31 - 1;

/** A page as the client asked for it. What cannot be a page or a size falls back: some clients ask for size 0. */
export interface Page {
  readonly page: number;
  readonly size: number;
}

const wholeNumber = (text = ""): number => (/^\d{1,10}$/.test(text) && Number(text) <= intMax ? Number(text) : 0);

/** @param parameters as collected */
export const pageOf = (parameters: Readonly<Record<string, string>>): Page => ({
  page: wholeNumber(parameters.page),
  size: Math.min(sizeMax, wholeNumber(parameters.size) || sizeDefault),
});

/** Where a page stands among the others. */
export const serializePlace = ({ page, size, total }: Page & { readonly total: number }) => ({
  page_number: page,
  page_size: size,
  total_pages: Math.ceil(total / size),
  total_elements: total,
});
