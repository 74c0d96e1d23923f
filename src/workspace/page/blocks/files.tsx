import { useState } from "preact/hooks";
import type { WorkspaceFile } from "../../contract.ts";
import { say } from "../say.ts";
import { type Shape, shape, textOf, word } from "../shape.ts";
import { useWorkspace } from "../surface.ts";
import { fileSize, safeAddress } from "../words/address.ts";
import { PlainText } from "../words/words.tsx";

function useFile(id: string): WorkspaceFile | undefined {
  const { conversations } = useWorkspace().snapshot;
  return conversations
    .flatMap(({ messages }) => messages)
    .flatMap(({ files }) => files)
    .find((file) => file.id === id || file.url === id);
}

/** A picture by address or by Slack file, with its words in place of one that cannot be shown. */
export function Picture({ image }: { image: Shape }) {
  const [broken, setBroken] = useState(false);
  const slackFile = shape(image.slack_file);
  const file = useFile(word(slackFile.id) || word(slackFile.url));
  const source = safeAddress(word(image.image_url) || file?.url || word(slackFile.url));
  const words = word(image.alt_text);
  return (
    <figure class="picture">
      {textOf(image.title) !== "" && (
        <figcaption>
          <PlainText text={image.title} />
        </figcaption>
      )}
      {source === null || broken ? (
        <span class="unknown" role="img" aria-label={words}>
          {words || say("Picture")}
        </span>
      ) : (
        <img src={source} alt={words} title={words} onError={() => setBroken(true)} />
      )}
    </figure>
  );
}

export function FileLink({ file }: { file: WorkspaceFile }) {
  const address = safeAddress(file.url);
  return (
    <a class="file" href={address ?? undefined} target="_blank" rel="noopener noreferrer">
      {file.mimetype.startsWith("image/") && address !== null ? (
        <img src={address} alt="" />
      ) : (
        <span class="file-kind" aria-hidden="true">
          {file.name.split(".").at(-1)?.slice(0, 4).toUpperCase()}
        </span>
      )}
      <span>
        <span class="file-name">{file.name}</span>
        <small>{fileSize(file.size)}</small>
      </span>
    </a>
  );
}

export function FileBlock({ block }: { block: Shape }) {
  const id = word(block.external_id) || word(block.file_id) || word(shape(block.file).id);
  const file = useFile(id);
  return file === undefined ? <div class="unknown">file {id}</div> : <FileLink file={file} />;
}
