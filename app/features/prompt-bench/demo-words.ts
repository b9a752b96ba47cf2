/** How the demonstration presents the bench. */
export const demoPrompts = {
  title: "Banc de prompts",
  purpose:
    "Écrire un prompt, voir ce qu’il contient, l’essayer, ne changer qu’une chose à la fois, comparer et vérifier.",
};
