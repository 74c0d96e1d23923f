/** Shows a digest; its value is a place. */
export const OPEN_DIGEST = "digests.open";
/** Shows what a figure counts; its value is the place, the figure and the page. */
export const OPEN_LIST = "digests.list";
/** Shows the stock in segments; its value is the place and the page. */
export const OPEN_SEGMENTS = "digests.segments";
/** Shows the loans of a segment; its value is the place, the segment and the page. */
export const OPEN_SEGMENT = "digests.segment";
/** Names the four mechanisms and what is on record; its value is a place. */
export const OPEN_MECHANISMS = "digests.mechanisms";
/** Shows quality beside yield; its value is a place. */
export const OPEN_YIELD = "digests.yield";
/** Shows what early finding was worth; its value is a place. */
export const OPEN_WORTH = "digests.worth";
/** Shows customers to keep who may leave; its value is a place and a page. */
export const OPEN_KEEP = "digests.keep";
/** Hands out a digest as a file; its value is the place and what it is to be. */
export const HAND_OUT_DIGEST = "digests.file";
/** The kind of a digest that comes by itself. */
export const TOLD_DIGEST = "digest";
