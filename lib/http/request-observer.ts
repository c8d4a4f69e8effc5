import { processWide } from "@/lib/observability/process-state";

/** A request that a service let in, once it is answered. */
export interface ServiceRequest {
  readonly serviceId: string;
  /** What was answered; 499 when nobody was left to answer. */
  readonly status: number;
  /** From the request's header to its answer. */
  readonly ms: number;
}

type Observer = (request: ServiceRequest) => void;

const observers = processWide("request observers", () => new Set<Observer>());

/** Has `observer` told of every request that a service lets in from now on. It must neither throw nor take long. */
export function observeServiceRequests(observer: Observer): void {
  observers.add(observer);
}

export function announceServiceRequest(request: ServiceRequest): void {
  for (const observer of observers) observer(request);
}
