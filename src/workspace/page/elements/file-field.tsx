import { useRef, useState } from "preact/hooks";
import { upload } from "../connection.ts";
import { say } from "../say.ts";
import { count, type Shape, shapes, word, words } from "../shape.ts";
import { useWorkspace } from "../surface.ts";
import { fileSize } from "../words/address.ts";
import { type ElementProps, named, useField } from "./element-props.ts";

/** Slack takes ten files at most (files.completeUploadExternal and the file_input element say so). */
const MOST = 10;

export function FileField(props: ElementProps) {
  const { element, labels } = props;
  const { me } = useWorkspace().snapshot;
  const field = useField(props);
  const picker = useRef<HTMLInputElement>(null);
  const [uploading, setUploading] = useState(0);
  const [trouble, setTrouble] = useState("");
  const files = shapes(field.inner);
  const most = count(element.max_files) ?? MOST;
  const types = words(element.filetypes);
  const add = async (picked: File[]): Promise<void> => {
    const refused = picked.find(
      ({ name }) => types.length > 0 && !types.includes(name.split(".").at(-1)?.toLowerCase() ?? ""),
    );
    if (refused !== undefined || files.length + picked.length > most) {
      setTrouble(
        refused
          ? say("{name}: only {types} can be added here.", { name: refused.name, types: types.join(", ") })
          : say("At most {most} files.", { most }),
      );
      return;
    }
    setTrouble("");
    setUploading((before) => before + picked.length);
    const uploaded = await Promise.all(picked.map((file) => upload(me.id, file)));
    setUploading((before) => before - picked.length);
    setTrouble(
      uploaded
        .map(({ error }) => error)
        .join(" ")
        .trim(),
    );
    const added = uploaded.flatMap(({ file }) => (file === null ? [] : [{ ...file }]));
    if (added.length > 0) {
      await field.choose([...files, ...added]);
    }
  };
  return (
    <div class="files">
      <FileList files={files} onRemove={(id) => void field.choose(files.filter((file) => file.id !== id))} />
      <label class="button pick">
        <input
          {...named(labels)}
          ref={picker}
          type="file"
          multiple={most > 1}
          accept={types.map((type) => `.${type}`).join(",") || undefined}
          onChange={(event) => {
            const picked = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            void add(picked);
          }}
        />
        <span aria-hidden="true">＋ {say(files.length > 0 ? "Add another file" : "Add files")}</span>
      </label>
      <span role="status" class="remaining">
        {uploading > 0 ? say("Uploading…") : ""}
      </span>
      {trouble !== "" && (
        <p role="alert" class="problem">
          {trouble}
        </p>
      )}
    </div>
  );
}

function FileList({ files, onRemove }: { files: Shape[]; onRemove(id: string): void }) {
  return files.length === 0 ? null : (
    <ul class="file-list">
      {files.map((file) => (
        <li key={word(file.id)}>
          <span class="file-name">{word(file.name) || word(file.id)}</span>
          <small>{fileSize(count(file.size) ?? 0)}</small>
          <button
            type="button"
            class="clear"
            aria-label={say("Remove {name}", { name: word(file.name) })}
            onClick={() => onRemove(word(file.id))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
