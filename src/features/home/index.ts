export { homeBlocks, registerHome } from "./home.ts";
