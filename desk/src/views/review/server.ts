/** The desk's questions to the real server. */
import { get, post } from "../../api/client";
import { PAGE, type DeskServer } from "./controller";

export interface QueueWanted {
  readonly type: readonly string[];
  readonly mine: boolean;
}

export function realServer(wanted: () => QueueWanted): DeskServer {
  return {
    queue: (skip) => get("/queue", { query: { type: [...wanted().type], mine: wanted().mine, skip, limit: PAGE } }),
    document: (id) => get("/documents/{id}", { path: { id } }),
    correct: (id, correction) => post("/documents/{id}/corrections", correction, { path: { id } }),
    undo: (key) => post("/corrections/{key}/undo", undefined, { path: { key } }),
    redo: (key) => post("/corrections/{key}/redo", undefined, { path: { key } }),
    handIn: (id) => post("/assignments/{id}/done", undefined, { path: { id } }),
  };
}
