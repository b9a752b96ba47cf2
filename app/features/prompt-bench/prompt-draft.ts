const draftKey = (workspaceId: string, stepId: string) =>
  `bloc-a-bloc:prompt:${workspaceId}:${stepId}`;

/* Storage may be full or refused (private browsing): the bench works without it. */
function attempt<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}

/** Keeps what is being typed on this device; an empty prompt is forgotten. */
export function keepPrompt(workspaceId: string, stepId: string, prompt: string): void {
  const key = draftKey(workspaceId, stepId);
  attempt(() => (prompt ? localStorage.setItem(key, prompt) : localStorage.removeItem(key)));
}

/** What an earlier visit left, or null. */
export function findPrompt(workspaceId: string, stepId: string): string | null {
  return attempt(() => localStorage.getItem(draftKey(workspaceId, stepId)));
}
