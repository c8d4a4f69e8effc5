import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { decodeBase64 } from "@/lib/http/body/base64";
import { readFormOrJson } from "@/lib/http/body/read-form-or-json";
import { uploadLimits } from "@/lib/http/upload-limits";
import { parseParameters } from "./schema";

const members = z.record(z.string(), z.unknown());

const wrongFile = (message: string, detail: string, cause?: unknown) =>
  new AppError("invalid_request", message, { cause, fields: [{ name: "file", detail }] });
const missing = () => wrongFile("The picture is missing: send it as file.", "must be given");

/** The picture of a request and the parameters that came with it. @throws AppError for what cannot be read */
export function readPicture(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return readFormOrJson(request, {
    form: ({ files, fields }) => {
      const bytes = files.get("file")?.bytes;
      if (bytes === undefined || bytes.length === 0) throw missing();
      const texts = Object.fromEntries([...fields].map(([name, [text]]) => [name, text]));
      return { bytes, ...parseParameters({ ...query, ...texts }) };
    },
    json: (body) => {
      const { file, ...others } = members.safeParse(body).data ?? {};
      if (typeof file !== "string" || file === "") throw missing();
      return { bytes: decode(file), ...parseParameters({ ...query, ...others }) };
    },
  });
}

const decode = (text: string) =>
  decodeBase64(text, uploadLimits().fileBytesMax, (error) => wrongFile("file is not base64.", "must be base64", error));
