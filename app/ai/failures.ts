import { type FailureKind, ProviderFailure, type TextUsage } from "./provider.ts";

/** What a person reads for each failure: what happened, what was kept, what to do. */
export const failureMessages: Record<FailureKind, string> = {
  refused:
    "Le modèle a refusé cette demande. Votre prompt est gardé\u00a0: reformulez-le, puis relancez l’essai.",
  "too-long":
    "La demande est trop longue pour le modèle. Votre prompt est gardé\u00a0: raccourcissez-le ou retirez une partie du texte fourni.",
  unavailable:
    "Le modèle ne répond pas pour l’instant. Votre prompt et le texte déjà reçu sont gardés\u00a0: relancez l’essai dans un moment.",
  "rate-limited":
    "Le modèle reçoit trop de demandes à la fois. Votre prompt est gardé\u00a0: attendez une minute, puis relancez l’essai.",
  "over-budget": "Le nombre d’essais prévu est atteint. Vos essais et votre prompt sont gardés.",
  cancelled: "Essai arrêté. Le texte déjà reçu est gardé.",
};

/**
 * Makes a named failure. `cause` is a few technical words for the log, never a provider's message: some
 * providers repeat the key in it. `left`: what came of the answer, and what it cost.
 */
export function failure(
  kind: FailureKind,
  cause?: string,
  message: string = failureMessages[kind],
  left: { partial?: string; usage?: TextUsage } = {},
): ProviderFailure {
  return new ProviderFailure(kind, message, { cause, ...left });
}
