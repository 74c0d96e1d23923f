import { extname } from "node:path";
import type { WorkspaceFile } from "../contract.ts";
import type { Json } from "../json.ts";
import { team } from "../options.ts";
import type { StoredFile, World } from "../world.ts";

const mimetypes: Record<string, string> = {
  ".csv": "text/csv",
  ".gif": "image/gif",
  ".html": "text/html",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".txt": "text/plain",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".zip": "application/zip",
};

/** Keeps a file in memory; the media type follows from the name. */
export function storeFile(world: World, owner: string, name: string, bytes: Buffer): StoredFile {
  const file: StoredFile = {
    id: world.nextId("F"),
    name,
    title: name,
    mimetype: mimetypes[extname(name).toLowerCase()] ?? "application/octet-stream",
    bytes,
    owner,
    created: Math.floor(world.now() / 1000),
    channels: [],
  };
  world.files.set(file.id, file);
  return file;
}

const pathOf = (file: StoredFile) => `files-pri/${team.id}-${file.id}/${encodeURIComponent(file.name)}`;

/** Slack's file object; `url_private` needs the bot's bearer token. */
export function slackFile(world: World, file: StoredFile): Json {
  const address = `${world.url}/${pathOf(file)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extname(file.name).slice(1).toLowerCase(),
    pretty_type: extname(file.name).slice(1).toUpperCase(),
    user: file.owner,
    user_team: team.id,
    editable: false,
    size: file.bytes.length,
    mode: "hosted",
    is_external: false,
    is_public: false,
    url_private: address,
    url_private_download: address,
    permalink: address,
    channels: file.channels.filter((channel) => channel.startsWith("C")),
    ims: file.channels.filter((channel) => channel.startsWith("D")),
    groups: [],
  };
}

/** The file as the page sees it; the page's address needs no token. */
export const pageFile = (file: StoredFile): WorkspaceFile => ({
  id: file.id,
  name: file.name,
  mimetype: file.mimetype,
  size: file.bytes.length,
  url: `/_local/file/${file.id}/${encodeURIComponent(file.name)}`,
});
