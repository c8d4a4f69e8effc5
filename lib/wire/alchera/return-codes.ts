/** Every return code of the vendor's document with its text, and the status it is answered with. */
export const returnCodes = {
  "INF-00": { status: 200, text: "OK." },
  "INF-01": { status: 400, text: "Request body is invalid." },
  "INF-02": { status: 400, text: "Request URL Query failed." },
  "INF-03": { status: 400, text: "Cannot find uploaded image file (Invalid request body)" },
  "INF-04": { status: 400, text: "Content of the image is missing, broken, or incorrect" },
  "INF-05": { status: 400, text: "Image to extract feature size not equal with 112x112x3" },
  "INF-06": { status: 500, text: "FaceSDK - Initialize Error." },
  "INF-07": { status: 500, text: "FaceSDK - Feature extension Initialize Error." },
  "INF-08": { status: 500, text: "FaceSDK not ready." },
  "INF-09": { status: 500, text: "FaceSDK - Set max detectable count failed." },
  "INF-10": { status: 500, text: "FaceSDK - Set min/max detectable size failed." },
  "INF-11": { status: 500, text: "FaceSDK - Run DetectInSingleImage failed." },
  "INF-12": { status: 500, text: "FaceSDK - Run ExtractFeature failed." },
  "INF-13": { status: 500, text: "Face count unmatched between Detect and AlignFace" },
  "INF-14": { status: 500, text: "FaceSDK - Make Aligned face image failed." },
  "INF-15": { status: 500, text: "FaceSDK - Deinitialize Error." },
  "INF-16": { status: 500, text: "FaceSDK - Face Validation Checking Error." },
  "INF-17": { status: 400, text: "FaceSDK - Face not found." },
  "INF-18": { status: 500, text: "FaceSDK - Compute feature distance failed." },
  "INF-19": { status: 500, text: "FaceSDK - Check face liveness error." },
  "INF-20": { status: 500, text: "FaceSDK - Check face occlusions error." },
  "INF-21": { status: 500, text: "FaceSDK - Check if face wearing a mask error." },
  "INF-22": { status: 400, text: "FaceSDK - Multiframe liveness: Cannot unzip requested zip file." },
  "INF-23": { status: 400, text: "FaceSDK - Multiframe liveness: Invalid image filenames in zip." },
  "INF-24": { status: 400, text: "FaceSDK - Multiframe liveness: Invalid image files count" },
  "INF-25": { status: 406, text: "API is restricted" },
  "INF-26": { status: 406, text: "API Server has expired" },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: string }>>;

export type ReturnCode = keyof typeof returnCodes;

/** The member that ends every body of this API. */
export const returnMessage = (code: ReturnCode) => ({ return_code: code, return_msg: returnCodes[code].text });
