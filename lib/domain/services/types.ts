export const serviceTypes = ["RECOGNITION", "DETECTION", "VERIFICATION", "QUALITY", "LIVENESS"] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** Form of age and gender on the CompreFace-compatible endpoints. */
type ResponseFormat = "CLASSIC" | "V1";

/** What a service's requests are answered with; nothing here is left to inherit. */
export interface ServiceSettings {
  readonly responseFormat: ResponseFormat;
  /** 0..1; null follows the detector's own threshold. */
  readonly detectionProbabilityMin: number | null;
  readonly saveImages: boolean;
  /** Whether `/k/<api key>/…` is open for this service. */
  readonly openBaseUrl: boolean;
  /** Browser origins that may call with this service's keys; empty means none. */
  readonly allowedOrigins: readonly string[];
}

/** A service as lists show it; the key cannot be recovered from it. */
export interface ServiceSummary {
  readonly id: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly applicationId: string;
  readonly applicationName: string;
  /** First eight characters and dots. */
  readonly maskedApiKey: string | null;
  readonly createdAt: string;
}

/** What making a service answers, the only time that the key itself is told. */
export interface CreatedService {
  readonly id: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly apiKey: string;
}
