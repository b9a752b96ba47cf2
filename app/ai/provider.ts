import type { ZodType } from "zod";

/** The port to a model. Two adapters live in `adapters/`; nothing else in the app knows a provider. */
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
  /** What was received of an answer that could not be used, for the person it was written for. */
  readonly partial: string;
  /** What it cost all the same; null: nothing that we know of. */
  readonly usage: TextUsage | null;

  constructor(
    readonly kind: FailureKind,
    message: string,
    options: { cause?: unknown; partial?: string; usage?: TextUsage } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ProviderFailure";
    this.partial = options.partial ?? "";
    this.usage = options.usage ?? null;
  }
}

export type Provider = {
  id: "offline" | "openai";
  /** French label shown with every output, e.g. « modèle d'entraînement hors ligne ». */
  label: string;
  model: string;
  offline: boolean;
  streamText(request: TextRequest): AsyncIterable<TextChunk>;
  /** A value that fits a schema; absent when this provider only writes. */
  structured?<T>(request: StructuredRequest<T>): Promise<Structured<T>>;
  /** Absent when this provider makes no pictures. */
  images?: ImageModel;
};

export type StructuredRequest<T> = {
  /** Ours only: what a person wrote goes in `prompt`. */
  system: string;
  prompt: string;
  /** Of an object. */
  schema: ZodType<T>;
  temperature: number;
  maxTokens: number;
  signal: AbortSignal;
};

export type Structured<T> = { value: T; usage: TextUsage };

export type ImageRequest = {
  prompt: string;
  /** Width over height; the picture may only come near it. */
  ratio: number;
  signal: AbortSignal;
};

/** As received, of at most 20 MB: neither its type nor its content is known yet. */
export type GeneratedImage = { bytes: Uint8Array; usage: TextUsage };

export type ImageModel = {
  model: string;
  /** French label shown with every picture. */
  label: string;
  make(request: ImageRequest): Promise<GeneratedImage>;
};
