import { type Result, refused } from "~/domain/result.ts";
import type { BudgetScope, OverBudget } from "~db/queries/ai-uses.ts";
import { loadPromptGuide } from "./guide.server.ts";

/** Whose budget what a person asks of a model counts in. */
export function budgetScopes(userId: string): BudgetScope[] {
  const { runsPerDay, imagesPerDay, tokensPerDay } = loadPromptGuide().limits;
  const limits = { runs: runsPerDay, images: imagesPerDay, tokens: tokensPerDay };
  return [{ kind: "user", id: userId, limits }];
}

/** What a person reads when their day is used up; nothing was sent, nothing is lost. */
export function overBudget(over: OverBudget): Result<never, "over-budget"> {
  const { runsPerDay, imagesPerDay, tokensPerDay } = loadPromptGuide().limits;
  const said = {
    runs: `Vous avez lancé ${runsPerDay}\u00a0essais aujourd’hui\u00a0: c’est la limite.`,
    images: `Vous avez demandé ${imagesPerDay}\u00a0images aujourd’hui\u00a0: c’est la limite.`,
    tokens: `Cet essai dépasserait la quantité de texte prévue par jour (${tokensPerDay.toLocaleString("fr-FR")}\u00a0jetons).`,
  }[over];
  return refused(
    "over-budget",
    `${said} Votre prompt et vos essais sont gardés\u202f; le compteur repart à minuit.`,
  );
}
