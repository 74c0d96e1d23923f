/** Files go up and come down through one-time pages of our own, where the policy says `documents: link`. */
export { freshInstead, newestRefs } from "./carry-on.ts";
export { DocumentDesk, type FreshLink, goesByLink, type KeptFile, type Refs } from "./desk.ts";
export { handOut } from "./hand-out.ts";
export { uploadLine } from "./link-view.ts";
export { offerDownload, offerUpload } from "./offer.ts";
export { documentPages } from "./pages.ts";
