/** What lies over the desk: a list, a form, a note; or the words that are being marked in the text. */
import type { DocumentEvent, EventRole } from "../../api/types";
import type { Role } from "../../text/segments";
import type { Marking } from "./marking";
import type { Pickable } from "./picking";

/** What marked words are for: a role of the event under review, or an event that was missed. */
export type MarkFor = Role | "new";

/** What is chosen from a list, and what is done with it. */
export interface Picked {
  readonly what: Pickable;
  readonly of: DocumentEvent | null;
  readonly save: (chosen: string[]) => void;
}

export type Panel =
  | { readonly kind: "none" | "help" | "why" | "queue" }
  | { readonly kind: "mark"; readonly role: MarkFor; readonly marking: Marking }
  | ({ readonly kind: "pick" } & Picked)
  | { readonly kind: "value"; readonly of: NonNullable<EventRole["value"]>["kind"] };

export const NO_PANEL: Panel = { kind: "none" };
