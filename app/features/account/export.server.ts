import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Actor } from "~/domain/policy.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { rateLimit, tooManyMessage } from "~/platform/rate-limit.server.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import { type ZipEntry, zip } from "~/platform/zip.server.ts";
import { database } from "~db/client.server.ts";
import { listUses } from "~db/queries/ai-uses.ts";
import { listCohorts } from "~db/queries/cohorts.ts";
import {
  getProfile,
  getWorkspaceContents,
  listAllRevisions,
  listOwnWorkspaces,
  listRatingsGiven,
} from "~db/queries/export.ts";
import { listSessions } from "~db/queries/users.ts";

const README = `Bloc à bloc : vos données

compte.json      votre profil, vos appareils connectés, les évaluations que vous avez données,
                 ce que vous avez demandé aux modèles, jour par jour
espaces/         un dossier par espace de travail
  espace.json    le sujet, les étapes, les textes, les outils, les essais, les évaluations, les preuves
  versions.json  toutes les versions gardées de vos textes
  images/        vos images
  videos/        vos vidéos

Votre mot de passe n’y est pas : seule son empreinte est gardée, et elle ne sert à rien d’autre.
Les fichiers .json se lisent avec un éditeur de texte ; les heures y sont en temps universel (UTC).
`;

/** The answer that downloads everything of a person as one ZIP, written as it is read. */
export async function downloadMyData(actor: NonNullable<Actor>): Promise<Response> {
  const allowed = await rateLimit(`export:${actor.id}`, { max: 10, windowSeconds: 3600 });
  if (!allowed.ok) {
    throw new Response(tooManyMessage(allowed.retryAfterSeconds), {
      status: 429,
      headers: { "Retry-After": String(allowed.retryAfterSeconds) },
    });
  }
  const day = new Date().toISOString().slice(0, 10);
  const body = Readable.from(zip(myData(actor.id)));
  // Too late to say it on a page: the download breaks off, and the log says why.
  body.on("error", (error) => log("export-failed", { error: errorText(error) }));
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="bloc-a-bloc-mes-donnees-${day}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** The files of a person's archive. */
export async function* myData(userId: string): AsyncGenerator<ZipEntry> {
  const db = database();
  yield { path: "LISEZ-MOI.txt", content: README };
  const [profile, sessions, ratingsGiven, modelUses, cohorts, workspaces] = await Promise.all([
    getProfile(db, userId),
    listSessions(db, userId),
    listRatingsGiven(db, userId),
    listUses(db, userId),
    listCohorts(db, userId),
    listOwnWorkspaces(db, userId),
  ]);
  yield {
    path: "compte.json",
    content: json({ profile, sessions, ratingsGiven, modelUses, cohorts }),
  };
  for (const [index, workspace] of workspaces.entries()) {
    const folder = `espaces/${String(index + 1).padStart(3, "0")}-${workspace.subject_slug}`;
    const contents = await getWorkspaceContents(db, workspace.id);
    yield { path: `${folder}/espace.json`, content: json({ workspace, ...contents }) };
    yield {
      path: `${folder}/versions.json`,
      content: jsonList(listAllRevisions(db, workspace.id)),
    };
    for (const asset of contents.assets) {
      const id = String(asset.id);
      const bytes = await storage()
        .read(assetKey(workspace.id, id))
        .catch((error) => {
          log("export-file-missing", { asset: id, error: errorText(error) });
          return null;
        });
      const [kind = "", type = ""] = String(asset.mime).split("/");
      const name = `${kind === "video" ? "videos" : "images"}/${id}.${type.replace(/[^a-z0-9]/g, "")}`;
      if (bytes) yield { path: `${folder}/${name}`, content: bytes };
    }
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function* jsonList(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  yield "[";
  for await (const value of values) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(value)}`;
    first = false;
  }
  yield "\n]\n";
}
