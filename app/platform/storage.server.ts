import fs from "node:fs/promises";
import path from "node:path";
import { env } from "./env.server.ts";

/** Where uploaded files live. Keys are made by us, never from a file's name. */
export type Storage = {
  write(key: string, bytes: Uint8Array): Promise<void>;
  read(key: string): Promise<Buffer>;
  removePrefix(prefix: string): Promise<void>;
};

/** Key of an image; everything of one workspace is under one prefix. */
export function assetKey(workspaceId: string, assetId: string): string {
  return `${workspaceKeyPrefix(workspaceId)}${assetId}`;
}

/** Prefix of all files of a workspace. */
export function workspaceKeyPrefix(workspaceId: string): string {
  return `workspaces/${workspaceId}/`;
}

const KEY = /^[a-z]+(\/[0-9a-f-]{36})+\/?$/;

/** Files on this machine's disk, under `root`. Writes go through a temporary name: a file is whole or absent. */
export function diskStorage(root: string): Storage {
  const place = (key: string) => {
    if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`);
    return path.join(root, ...key.split("/"));
  };
  return {
    async write(key, bytes) {
      const target = place(key);
      await fs.mkdir(path.dirname(target), { recursive: true });
      const partial = `${target}.${process.pid}.part`;
      await fs.writeFile(partial, bytes);
      await fs.rename(partial, target);
    },
    read: (key) => fs.readFile(place(key)),
    removePrefix: (prefix) => fs.rm(place(prefix), { recursive: true, force: true }),
  };
}

/** The process's storage. */
export function storage(): Storage {
  return diskStorage(path.resolve(env().DATA_DIR, "files"));
}
