import { letBooksFall } from "../src/features/handovers/index.ts";
import { importPeople } from "../src/features/people/index.ts";
import { fileImport } from "./file-import.ts";

export const importPeopleFile = fileImport({
  name: "import-people",
  summary: "command.import_people.summary",
  title: "import.people.title",
  read: importPeople,
  followedBy: letBooksFall,
});
