import { importUnits } from "../src/features/people/index.ts";
import { fileImport } from "./file-import.ts";

export const importUnitsFile = fileImport({
  name: "import-units",
  summary: "command.import_units.summary",
  title: "import.units.title",
  read: importUnits,
});
