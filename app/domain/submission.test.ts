import { describe, expect, it } from "vitest";
import { sampleDossierInput } from "../../tests/factories-dossier.ts";
import { type Artefact, noAiUse } from "./artefact.ts";
import { CODE_ALPHABET } from "./code.ts";
import { assembleDossier } from "./dossier.ts";
import {
  compareDigest,
  mayHandIn,
  openSnapshot,
  readReceiptCode,
  receiptCode,
  type Snapshot,
  sealSnapshot,
} from "./submission.ts";

const visual: Artefact = {
  id: "visual-bench:affiche",
  kind: "visual",
  title: "Affiche",
  files: [{ role: "image", name: "affiche.png", assetId: "a" }],
  alternative: "Une barque",
  mention: null,
  origin: null,
  aiUse: {
    ...noAiUse,
    prompts: [
      {
        version: "v1",
        run: null,
        text: "Une barque",
        provider: "hors ligne",
        model: "m",
        at: new Date("2026-10-25T00:30:00.123Z"),
        kept: true,
      },
      { version: "v2", run: null, text: "x", provider: "p", model: "m", at: null, kept: false },
    ],
  },
  remarks: [],
};

const snapshot = async (): Promise<Snapshot> => ({
  format: 1,
  workspace: { id: "w", title: "Un exercice", attempt: 1 },
  number: 1,
  files: [{ id: "a", sha256: "0".repeat(64) }],
  material: {
    ...(await sampleDossierInput()),
    artefacts: [{ stepId: "lire", artefact: visual }],
  },
});

describe("a sealed dossier", () => {
  it("opens as it was: the same dossier, letter for letter, and the same seal", async () => {
    const before = await snapshot();
    const text = sealSnapshot(before);
    const after = openSnapshot(text);
    expect(after).toEqual(before);
    expect(assembleDossier(after.material)).toEqual(assembleDossier(before.material));
    expect(sealSnapshot(after)).toBe(text);
  });
});

describe("what may be handed in", () => {
  it.each([
    [0, 0, false, "yes"],
    [0, 2, true, "yes"],
    [0, 2, false, "unread"],
    [1, 0, true, "blocking"],
    [1, 2, false, "blocking"],
  ] as const)("%i blocking, %i advisory, read: %s -> %s", (blocking, advisory, accepted, said) => {
    const verdict = mayHandIn({ blocking, advisory }, accepted);
    expect(verdict.ok ? "yes" : verdict.reason).toBe(said);
  });
});

describe("the code of a receipt", () => {
  it("is read back however it was typed", () => {
    let n = 0;
    const code = receiptCode((below) => n++ % below);
    expect(code).toBe("2345-6789-ABCD");
    expect(readReceiptCode(" 2345 6789 abcd ")).toBe(code);
    expect(readReceiptCode("23456789ABC")).toBeNull();
    expect(readReceiptCode("2345-6789-ABC0")).toBeNull();
    expect(readReceiptCode("")).toBeNull();
    expect(CODE_ALPHABET).not.toMatch(/[01OIL]/);
  });
});

describe("comparing a digest", () => {
  const sha = "0123456789abcdef".repeat(4);
  it.each([
    [sha, "same"],
    [` ${sha.toUpperCase().replace(/(.{8})/g, "$1 ")}`, "same"],
    [sha.replace("0", "1"), "different"],
    ["abc", "malformed"],
    ["", "malformed"],
  ])("%j: %s", (typed, said) => {
    expect(compareDigest(typed, sha)).toBe(said);
  });
});
