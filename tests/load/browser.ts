import { chromium, type Page } from "@playwright/test";
import { percentile } from "./measure.ts";
import { makeWork, type Stage } from "./stage.ts";

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });

async function signedIn(stage: Stage) {
  const browser = await launch();
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width: 1280, height: 900 },
  });
  const [name, ...value] = stage.app.cookie.split("=");
  await context.addCookies([
    { name: name!, value: value.join("="), url: `http://localhost:${stage.app.port}` },
  ]);
  return { browser, page: await context.newPage() };
}

const address = (stage: Stage, work: { id: string; step: string; section: string }) =>
  `http://localhost:${stage.app.port}/espaces/${work.id}/etapes/${work.step}?vue=${work.section}`;

export type ColdLoad = { kB: number; requests: number; thirdParty: number; usableMs: number };

/** A first visit to the editing page with an empty cache: until one can type. */
export async function coldLoad(stage: Stage, phone: boolean): Promise<ColdLoad> {
  const work = await makeWork(stage, 3000);
  const { browser, page } = await signedIn(stage);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  const urls: string[] = [];
  session.on("Network.loadingFinished", (e) => {
    bytes += e.encodedDataLength;
  });
  session.on("Network.requestWillBeSent", (e) => {
    if (/^https?:/.test(e.request.url)) urls.push(e.request.url);
  });
  if (phone) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    // Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (750 * 1024) / 8,
    });
  }
  const start = performance.now();
  await page.goto(address(stage, work), { waitUntil: "commit" });
  await page.locator(".ProseMirror[contenteditable=true]").first().waitFor({ timeout: 60_000 });
  const usableMs = performance.now() - start;
  await page.waitForLoadState("networkidle");
  await browser.close();
  const own = new URL(address(stage, work)).host;
  return {
    kB: bytes / 1024,
    requests: urls.length,
    thirdParty: urls.filter((u) => new URL(u).host !== own).length,
    usableMs,
  };
}

export type Typing = {
  handlingP50: number;
  handlingP98: number;
  paintP50: number;
  paintP98: number;
};

/** Keys typed in the middle of a 10,000-word section: time in handlers, and until the next frame is drawn. */
export async function typing(stage: Stage, words = 10_000, keys = 200): Promise<Typing> {
  const work = await makeWork(stage, words);
  const { browser, page } = await signedIn(stage);
  await page.goto(address(stage, work));
  const editor = page.locator(".ProseMirror[contenteditable=true]").first();
  await editor.waitFor();
  await editor.locator("p").nth(40).click();
  await page.evaluate(watchKeys);
  for (let i = 0; i < keys; i++) await page.keyboard.press("abcdefghij "[i % 11]!, { delay: 15 });
  const { handling, paint } = await readKeys(page);
  await browser.close();
  return {
    handlingP50: percentile(handling, 0.5),
    handlingP98: percentile(handling, 0.98),
    paintP50: percentile(paint, 0.5),
    paintP98: percentile(paint, 0.98),
  };
}

type Watched = Window & { keyTimes?: { handling: number[]; paint: number[] } };

function watchKeys() {
  const times = { handling: [] as number[], paint: [] as number[] };
  (window as Watched).keyTimes = times;
  let start = 0;
  window.addEventListener("keydown", () => (start = performance.now()), true);
  window.addEventListener(
    "input",
    () => {
      const began = start;
      const channel = new MessageChannel();
      // After the handlers and the microtasks they left.
      channel.port1.onmessage = () => times.handling.push(performance.now() - began);
      channel.port2.postMessage(0);
      requestAnimationFrame(() => {
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => times.paint.push(performance.now() - began);
        drawn.port2.postMessage(0);
      });
    },
    true,
  );
}

function readKeys(page: Page): Promise<{ handling: number[]; paint: number[] }> {
  return page.evaluate(() => (window as Watched).keyTimes ?? { handling: [], paint: [] });
}
