// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { findText, forgetAcknowledged, keepText, ownKey } from "./kept-text.ts";

const signIn = (person: string | null) => {
  if (person) document.documentElement.dataset.person = person;
  else delete document.documentElement.dataset.person;
};

describe("texts kept on a shared computer", () => {
  beforeEach(() => {
    localStorage.clear();
    signIn("lea");
  });

  it("come back to the person who typed them, and to nobody else", () => {
    keepText("prompt:w1:ecrire", "Rédige un post");
    expect(findText("prompt:w1:ecrire")).toBe("Rédige un post");
    signIn("tom");
    expect(findText("prompt:w1:ecrire")).toBeNull();
    signIn(null);
    expect(findText("prompt:w1:ecrire")).toBeNull();
    signIn("lea");
    expect(findText("prompt:w1:ecrire")).toBe("Rédige un post");
  });

  it("do not stay after signing out when the server has them", () => {
    keepText("sent", "Sur le serveur", true);
    keepText("unsent", "Nulle part ailleurs");
    forgetAcknowledged();
    expect(Object.keys(localStorage)).toEqual([ownKey("unsent")]);
    expect(findText("unsent")).toBe("Nulle part ailleurs");
  });

  it("are not taken from someone else who signs out", () => {
    keepText("sent", "De Léa", true);
    signIn("tom");
    keepText("sent", "De Tom", true);
    forgetAcknowledged();
    signIn("lea");
    expect(findText("sent")).toBe("De Léa");
  });

  it("are no longer acknowledged once they are changed", () => {
    keepText("prompt", "Un", true);
    keepText("prompt", "Un deux");
    forgetAcknowledged();
    expect(findText("prompt")).toBe("Un deux");
  });

  it("go when they are emptied", () => {
    keepText("prompt", "Un");
    keepText("prompt", "");
    expect(localStorage.length).toBe(0);
  });

  it.each(["{", "12", '"texte"', '{"text":3}'])("ignore what is not theirs: %s", (junk) => {
    localStorage.setItem(ownKey("prompt"), junk);
    expect(findText("prompt")).toBeNull();
    forgetAcknowledged();
    expect(localStorage.getItem(ownKey("prompt"))).toBe(junk);
  });

  it("never stop the page when the browser refuses to store", () => {
    const refuse = () => {
      throw new DOMException("refused");
    };
    const spies = (["getItem", "setItem", "removeItem"] as const).map((method) =>
      vi.spyOn(Storage.prototype, method).mockImplementation(refuse),
    );
    expect(() => keepText("a", "b")).not.toThrow();
    expect(findText("a")).toBeNull();
    expect(() => forgetAcknowledged()).not.toThrow();
    for (const spy of spies) spy.mockRestore();
  });
});
