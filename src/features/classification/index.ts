export { classifyLines } from "./classify-lines.ts";
