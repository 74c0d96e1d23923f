export { homePieces, registerHome } from "./home.ts";
