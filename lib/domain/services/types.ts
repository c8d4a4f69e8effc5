import type { QualitySettings } from "@/lib/domain/quality/types";

export const serviceTypes = ["RECOGNITION", "DETECTION", "VERIFICATION", "QUALITY", "LIVENESS"] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** Form of age and gender on the CompreFace-compatible endpoints. */
export const responseFormats = ["CLASSIC", "V1"] as const;
type ResponseFormat = (typeof responseFormats)[number];

/** INHERIT follows the installation's setting. */
export const saveImagesChoices = ["INHERIT", "YES", "NO"] as const;
type SaveImages = (typeof saveImagesChoices)[number];

/** How sure a match must be: bounds on the rate of false accepts, or a similarity of the service's own. */
export const decisionPolicies = ["LENIENT", "BALANCED", "STRICT", "CUSTOM"] as const;
export type DecisionPolicy = (typeof decisionPolicies)[number];

/** Whose liveness one picture is judged for: every face's, the largest one's, or that of a single face in a good picture. */
export const livenessChecks = ["EVERY_FACE", "ONE_FACE", "ONE_GOOD_FACE"] as const;
type LivenessCheck = (typeof livenessChecks)[number];

/** What a service's requests are answered with; nothing here is left to inherit. */
export interface ServiceSettings extends QualitySettings {
  readonly responseFormat: ResponseFormat;
  /** 0..1; null follows the detector's own threshold. */
  readonly detectionProbabilityMin: number | null;
  readonly decisionPolicy: DecisionPolicy;
  /** 0..1, set exactly when the policy is CUSTOM. */
  readonly similarityMin: number | null;
  readonly saveImages: boolean;
  readonly livenessCheck: LivenessCheck;
  /** Whether `/k/<api key>/…` is open for this service. */
  readonly openBaseUrl: boolean;
  /** Browser origins that may call with this service's keys; empty means any. */
  readonly allowedOrigins: readonly string[];
}

/** What the administrators of a service chose. */
export interface StoredSettings extends Omit<ServiceSettings, "saveImages"> {
  readonly saveImages: SaveImages;
}

/** A service in full, without its keys. */
export interface Service {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly createdAt: Date;
  readonly settings: StoredSettings;
}

/** A service in the list of its application. */
export interface ServiceItem {
  readonly id: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly createdAt: Date;
  /** First eight characters of the primary key. */
  readonly keyPrefix: string | null;
  /** The last use of any of its keys, to the minute. */
  readonly lastUsedAt: Date | null;
}

/** A service found by its name among those of all applications. */
export interface FoundService {
  readonly id: string;
  readonly name: string;
  readonly type: ServiceType;
  readonly application: { readonly id: string; readonly name: string };
}

/** A service as the command line lists it; the key cannot be recovered from it. */
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
