// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { escapeHtml } from "~/domain/escape-html.ts";
import {
  doc,
  imageOf,
  paragraph,
  sampleDossierInput,
  text,
} from "../../tests/factories-dossier.ts";
import { assembleDossier } from "../domain/dossier.ts";
import { exportHtml } from "./html.ts";
import { html, trusted } from "./markup.ts";

const open = (markup: string) => new DOMParser().parseFromString(markup, "text/html");

describe("markup", () => {
  it("escapes every value, joins lists, drops null and false, keeps markup", () => {
    const made = html`<p title="${'"><script>'}">${["a&b", html`<br>`]}${null}${false}${0}${trusted("<i>i</i>")}</p>`;
    expect(made.text).toBe('<p title="&quot;&gt;&lt;script&gt;">a&amp;b<br>0<i>i</i></p>');
    expect(escapeHtml("l'été")).toBe("l&#39;été");
  });
});

describe("the HTML file", () => {
  it("is one page with landmarks, a skip link and a contents whose links all lead somewhere", async () => {
    const dossier = assembleDossier(await sampleDossierInput("BC01", 60));
    const page = exportHtml(dossier, new Map([["photo-1", "data:image/webp;base64,AAAA"]]));
    const document = open(page);
    expect(document.documentElement.lang).toBe("fr");
    expect(document.title).toBe(dossier.title);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("main")).toHaveLength(1);
    expect(document.querySelector("body > a")?.getAttribute("href")).toBe("#contenu");
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    expect(links.length).toBeGreaterThan(20);
    for (const link of links)
      expect(document.getElementById(link.hash.slice(1)), link.hash).not.toBeNull();
    const known = [...document.querySelectorAll("[id]")].map((e) => e.id);
    expect(new Set(known).size).toBe(known.length);
  });

  it("needs nothing else: no script, no outside file", async () => {
    const dossier = assembleDossier(await sampleDossierInput("BC04", 60));
    const document = open(
      exportHtml(dossier, new Map([["photo-1", "data:image/webp;base64,AAAA"]])),
    );
    expect(
      document.querySelectorAll("script, link, iframe, object, [onclick], [onerror]"),
    ).toHaveLength(0);
    const sources = [...document.querySelectorAll("img")].map((i) => i.getAttribute("src") ?? "");
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.every((s) => s.startsWith("data:image/"))).toBe(true);
  });

  it("goes from heading to heading without a jump", async () => {
    const document = open(
      exportHtml(assembleDossier(await sampleDossierInput("BC02", 200)), new Map()),
    );
    const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5")].map((h) =>
      Number(h.tagName[1]),
    );
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  it("escapes hostile text everywhere and says when an image is missing", async () => {
    const input = await sampleDossierInput("BC04", 10);
    const evil = '</p><script>alert("x")</script>"><img src=x onerror=alert(1)>';
    const document = open(
      exportHtml(
        assembleDossier({
          ...input,
          author: evil,
          sections: [
            {
              key: input.subject.sections[0]?.key ?? "",
              doc: doc(
                paragraph(text(evil, { type: "bold" })),
                imageOf("x", { alt: evil, caption: evil }),
              ),
            },
          ],
          promptRuns: input.promptRuns.map((r) => ({
            ...r,
            prompt: evil,
            output: evil,
            note: evil,
          })),
        }),
        new Map(),
      ),
    );
    expect(document.querySelectorAll("script, [onerror]")).toHaveLength(0);
    expect(document.body.textContent).toContain("<script>alert(");
    expect(document.querySelector(".missing")?.textContent).toContain("Image indisponible");
  });
});
