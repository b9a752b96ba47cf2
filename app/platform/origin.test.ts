import { describe, expect, it } from "vitest";
import { isCrossSite } from "./origin.server.ts";

const OURS = "https://entrainement.ecole.fr";
const host = "entrainement.ecole.fr";

describe("isCrossSite", () => {
  it.each([
    ["our own form", "POST", { "sec-fetch-site": "same-origin", origin: OURS, host }],
    ["a form re-sent by its reader", "POST", { "sec-fetch-site": "none", host }],
    ["an older browser", "POST", { origin: OURS, host }],
    [
      "the host as the browser knows it",
      "POST",
      { origin: "http://192.168.1.4:3000", host: "192.168.1.4:3000" },
    ],
    ["a program without a browser", "POST", { host }],
    [
      "a link from another site",
      "GET",
      { "sec-fetch-site": "cross-site", origin: "https://evil.example", host },
    ],
    ["a question about headers", "HEAD", { "sec-fetch-site": "cross-site", host }],
  ])("lets %s through", (_label, method, headers) => {
    expect(isCrossSite(method, headers, OURS)).toBe(false);
  });

  it.each([
    [
      "a form of another site",
      "POST",
      { "sec-fetch-site": "cross-site", origin: "https://evil.example", host },
    ],
    [
      "a form of a neighbour subdomain",
      "POST",
      { "sec-fetch-site": "same-site", origin: "https://blog.ecole.fr", host },
    ],
    ["another site, told by Origin only", "POST", { origin: "https://evil.example", host }],
    ["a sandboxed frame", "POST", { origin: "null", host }],
    ["another port", "POST", { origin: "http://localhost:8080", host: "localhost:3000" }],
    ["a name that only starts like ours", "POST", { origin: `${OURS}.evil.example`, host }],
    ["our name before an @", "POST", { origin: `${OURS}@evil.example`, host }],
    [
      "the header and the origin at odds",
      "POST",
      { "sec-fetch-site": "cross-site", origin: OURS, host },
    ],
    ["a DELETE", "DELETE", { origin: "https://evil.example", host }],
    ["a method in lower case", "put", { origin: "https://evil.example", host }],
    ["an origin that is none", "POST", { origin: "n'importe quoi", host }],
  ])("refuses %s", (_label, method, headers) => {
    expect(isCrossSite(method, headers, OURS)).toBe(true);
  });
});
