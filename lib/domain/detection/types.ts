export type { Analysis, AnalyzeOptions, FaceAnalysis, Feature } from "@/inference/pipeline/analysis";
