import { stringOf } from "../json.ts";
import { writableConversation } from "../records/conversations.ts";
import { slackFile, storeFile } from "../records/files.ts";
import { addMessage, logAccepted } from "../records/messages.ts";
import { completeBlocks } from "../records/views.ts";
import { SlackRefusal } from "../refusal.ts";
import type { StoredFile, World } from "../world.ts";
import { type ApiMethods, jsonArg, objectsArg, requiredArg, textArg } from "./call.ts";

function fileOf(world: World, id: string): StoredFile {
  const file = world.files.get(id);
  if (!file) throw new SlackRefusal("file_not_found");
  return file;
}

/** Files go up in three steps (an address, the bytes, the completion) and come down with the bot's token. */
export const fileMethods: ApiMethods = {
  "files.getUploadURLExternal": ({ world, args }) => {
    const length = Number(requiredArg(args, "length"));
    if (!Number.isInteger(length) || length < 1) throw new SlackRefusal("invalid_arguments");
    if (textArg(args, "alt_txt").length > 1000) throw new SlackRefusal("invalid_arguments");
    const file = storeFile(world, world.options.bot.userId, requiredArg(args, "filename"), Buffer.alloc(0));
    return { upload_url: `${world.url}/upload/v1/${file.id}`, file_id: file.id };
  },
  "files.completeUploadExternal": ({ world, args }) => {
    const entries = objectsArg(args, "files");
    const files = entries.map((entry) => {
      const file = fileOf(world, stringOf(entry.id));
      if (file.bytes.length === 0) throw new SlackRefusal("file_not_found");
      if (stringOf(entry.title) !== "") file.title = stringOf(entry.title);
      return file;
    });
    const channel = textArg(args, "channel_id");
    if (channel !== "") {
      const conversation = writableConversation(world, channel);
      const message = addMessage(world, conversation, {
        author: world.options.bot.userId,
        text: textArg(args, "initial_comment"),
        blocks: completeBlocks(world, jsonArg(args, "blocks")),
        files: files.map((file) => file.id),
        threadTs: textArg(args, "thread_ts") || undefined,
      });
      for (const file of files) file.channels.push(conversation.id);
      logAccepted(world, "files.completeUploadExternal", message);
    }
    return { files: files.map((file) => slackFile(world, file)) };
  },
  "files.info": ({ world, args }) => ({ file: slackFile(world, fileOf(world, requiredArg(args, "file"))) }),
};
