/** The port to a text model. Two adapters live in `adapters/`; nothing else in the app knows a provider. */
export type TextRequest = {
  system: string | null;
  prompt: string;
  /** 0 to 1.5. */
  temperature: number;
  maxTokens: number;
  /** Makes the offline model's variants repeatable; ignored by providers that have no seed. */
  seed: number;
  /** Public facts of the subject that the practice model may compose from; never undisclosed ones. */
  facts: SubjectFacts;
  signal: AbortSignal;
};

export type SubjectFacts = {
  organisation: string;
  place: string;
  sector: string;
  /** French sentences, public only. */
  facts: string[];
};

export type TextUsage = { inputTokens: number; outputTokens: number };

export type TextChunk = { type: "text"; text: string } | { type: "done"; usage: TextUsage };

export type FailureKind =
  | "refused"
  | "too-long"
  | "unavailable"
  | "rate-limited"
  | "over-budget"
  | "cancelled";

/** The only error an adapter throws; `message` is French and can be shown. */
export class ProviderFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "ProviderFailure";
  }
}

export type Provider = {
  id: "offline" | "openai";
  /** French label shown with every output, e.g. « modèle d'entraînement hors ligne ». */
  label: string;
  model: string;
  offline: boolean;
  streamText(request: TextRequest): AsyncIterable<TextChunk>;
};
