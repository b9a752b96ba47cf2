import { Client, paragraph } from "./client.ts";
import { expect, test } from "./fixtures.ts";

/** What a browser of ours would never send. */
test.describe("hostile input", () => {
  let client: Client;
  let id: string;
  let step: string;
  test.beforeAll(async ({ server }) => {
    client = new Client(server);
    await client.signIn();
    ({ id, step } = await client.startExercise("cyclerie-pont-levy"));
  });
  const section = () => `/espaces/${id}/parties/veille`;

  test("security headers are on every answer", async ({ server }) => {
    for (const path of ["/", "/connexion", "/absent", "/sante", "/assets/absent.js"]) {
      const { headers } = await fetch(server.origin + path);
      const csp = headers.get("content-security-policy") ?? "";
      expect(csp, path).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'/);
      expect(csp.replace(/style-src-attr 'unsafe-inline'/, ""), path).not.toContain(
        "unsafe-inline",
      );
      expect(csp, path).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("x-powered-by"), path).toBeNull();
    }
    const nonce = async () =>
      ((await fetch(server.origin)).headers.get("content-security-policy") ?? "").match(
        /nonce-([^']+)/,
      )?.[1];
    expect(await nonce()).not.toBe(await nonce());
  });

  test("what is answered to a person is kept by no shared cache", async () => {
    for (const path of [`/espaces/${id}`, section(), `/espaces/${id}/competences`]) {
      const { status, headers } = await client.send(path);
      expect(status, path).toBeLessThan(400);
      expect(headers.get("cache-control"), path).toBe("private, no-cache");
    }
    const stranger = await fetch(client.address("/sujets"), { headers: { cookie: "theme=dark" } });
    expect(stranger.headers.get("cache-control")).toBeNull();
  });

  test("no inline handler or script without a nonce in a page", async ({ server }) => {
    for (const path of ["/", "/connexion", "/sujets", "/referentiel"]) {
      const html = await (await fetch(server.origin + path)).text();
      expect(html, path).not.toMatch(/<[^>]+\son[a-z]+=/i);
      expect(
        [...html.matchAll(/<script(?![^>]*nonce=)[^>]*>/g)].map((m) => m[0]),
        path,
      ).toEqual([]);
    }
  });

  for (const [name, doc] of [
    ["a script node", { type: "doc", content: [{ type: "script", content: [] }] }],
    [
      "a javascript: link",
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              {
                type: "text",
                text: "x",
                marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
              },
            ],
          },
        ],
      },
    ],
    [
      "an unknown attribute",
      { type: "doc", content: [{ type: "paragraph", attrs: { onclick: "x" }, content: [] }] },
    ],
    ["a string", "bonjour"],
    ["null", null],
    ["nothing of a document", { type: "paragraph" }],
  ] as const) {
    test(`a document with ${name} is refused and nothing is written`, async () => {
      const response = await client.json(section(), { version: 0, doc, device: "h" });
      expect(response.status).toBe(422);
      expect((await response.json()).message).toContain("gardé sur cet appareil");
      const current = await client.send(section(), { headers: { accept: "application/json" } });
      expect((await current.json()).version).toBe(0);
    });
  }

  test("broken JSON, a 2 MB body and a wrong version are answered, not crashed on", async () => {
    expect((await client.json(section(), '{"version":0,"doc":')).status).toBe(422);
    expect(
      (await client.json(section(), JSON.stringify({ x: "y".repeat(2_000_000) }))).status,
    ).toBe(413);
    expect(
      (await client.json(section(), { version: 7, doc: paragraph("x"), device: "h" })).status,
    ).toBe(409);
    expect(
      (await client.json(section(), { version: -1, doc: paragraph("x"), device: "h" })).status,
    ).toBe(422);
  });

  test("HTML that was typed is shown as text", async () => {
    const typed = `<img src=x onerror=alert(1)><script>alert(2)</script>`;
    const saved = await client.json(`/espaces/${id}/parties/audit`, {
      version: 0,
      doc: paragraph(typed),
      device: "h",
    });
    expect(saved.status).toBe(200);
    const page = await (await client.send(`/espaces/${id}/dossier?vue=lecture`)).text();
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(page).not.toContain("<img src=x");
  });

  test("what is somebody else's does not exist", async ({ server }) => {
    const other = new Client(server);
    await other.signIn("farah@demo.test");
    for (const path of [
      `/espaces/${id}`,
      `/espaces/${id}/etapes/${step}`,
      `/espaces/${id}/evaluation`,
      `/espaces/${id}/dossier`,
      `/espaces/${id}/dossier.pdf`,
      `/espaces/${id}/dossier.html`,
      `/espaces/${id}/parties/veille`,
      `/espaces/${id}/parties/veille/versions`,
      `/espaces/${id}/essais/${step}`,
      `/espaces/${id}/images/00000000-0000-4000-8000-000000000000`,
      "/espaces/00000000-0000-4000-8000-000000000000",
      "/espaces/pas-un-identifiant",
    ])
      expect((await other.send(path)).status, path).toBe(404);
    for (const [path, body] of [
      [`/espaces/${id}/parties/veille`, { version: 0, doc: paragraph("à moi"), device: "x" }],
      [`/espaces/${id}/outils/${step}/client-interview`, { version: 0, action: { type: "x" } }],
    ] as const)
      expect((await other.json(path, body)).status, path).toBe(404);
    expect((await other.form(`/espaces/${id}/etapes/${step}`, { intent: "finish" })).status).toBe(
      404,
    );
  });

  test("a visitor is sent to sign-in and back; a script is told 401", async ({ server }) => {
    const visitor = new Client(server);
    const page = await visitor.send(`/espaces/${id}/dossier`);
    expect(page.status).toBe(302);
    expect(page.headers.get("location")).toBe(
      `/connexion?retour=${encodeURIComponent(`/espaces/${id}/dossier`)}`,
    );
    const save = await visitor.json(section(), { version: 0, doc: paragraph("x"), device: "h" });
    expect(save.status).toBe(401);
  });

  test("a form of another site is refused", async () => {
    const forged: Record<string, string>[] = [
      { origin: "https://autre.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ];
    for (const headers of forged) {
      const response = await client.send(`/espaces/${id}/etapes/${step}`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers } as Record<
          string,
          string
        >,
        body: "intent=finish",
      });
      expect(response.status, JSON.stringify(headers)).toBe(403);
    }
  });

  test("an upload is what it is, not what it is called", async () => {
    const send = (name: string, bytes: BlobPart) => {
      const form = new FormData();
      form.set("file", new File([bytes], name, { type: "image/png" }));
      return client.send(`/espaces/${id}/images`, {
        method: "POST",
        body: form,
        headers: { accept: "application/json" },
      });
    };
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect((await send("photo.png", svg)).status).toBe(422);
    expect((await send("photo.png", "<!doctype html><script>alert(1)</script>")).status).toBe(422);
    expect((await send("grosse.png", new Uint8Array(11 * 1024 * 1024))).status).toBe(413);
    const pixel = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const good = await send("../../etc/passwd.png", pixel);
    expect(good.status).toBe(200);
    const image = await client.send(`/espaces/${id}/images/${(await good.json()).id}`);
    expect(image.headers.get("content-type")).toBe("image/webp");
  });

  test("an unknown subject, step, section or tool is absent", async () => {
    expect((await client.form("/espaces", { slug: "inconnu" })).status).toBe(404);
    expect((await client.send(`/espaces/${id}/etapes/inconnue`)).status).toBe(404);
    expect(
      (
        await client.json(`/espaces/${id}/parties/inconnue`, {
          version: 0,
          doc: paragraph("x"),
          device: "h",
        })
      ).status,
    ).toBe(404);
    expect(
      (await client.json(`/espaces/${id}/outils/${step}/inconnu`, { version: 0, action: {} }))
        .status,
    ).toBe(404);
  });
});
