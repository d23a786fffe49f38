/** The lists that a field takes, as choices with the codebook's explanations. */
import type { Codebook, DocumentEvent, Entry } from "../../api/types";
import { likelyCount } from "./likely_count";

export interface Picking {
  readonly title: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly meaning: string }[];
  readonly chosen: readonly string[];
  readonly several: boolean;
}

export type Pickable = "type" | "modes" | "aux" | "contexts" | "same_as" | "part_of" | "count";

const NO_OTHER = { value: "", label: "none", meaning: "no such link" };

/** The choices for a field of an event; `event` is null for one that is only being added. */
export function picking(what: Pickable, event: DocumentEvent | null, events: readonly DocumentEvent[], lists: Codebook | null): Picking {
  switch (what) {
    case "type": {
      const choices = (lists?.types ?? []).map(choice);
      return { title: "Type", choices, chosen: event ? [event.type] : [], several: false };
    }
    case "modes": {
      const known = lists?.types.find((type) => type.name === event?.type)?.mode_entries ?? [];
      return { title: `Modes of ${event?.type}`, choices: known.map(choice), chosen: event?.modes ?? [], several: true };
    }
    case "aux":
      return {
        title: "How it stands to the news",
        choices: (lists?.aux ?? []).map(choice),
        chosen: event?.aux ?? [],
        several: true,
      };
    case "contexts":
      return {
        title: "Themes",
        choices: (lists?.contexts ?? []).map((context) => ({ value: context, label: context.replaceAll("_", " "), meaning: "" })),
        chosen: event?.contexts ?? [],
        several: true,
      };
    case "count":
      return {
        title: "What is counted",
        choices: (lists?.counts ?? []).map(choice),
        chosen: event ? [likelyCount(event.type, event.modes)] : [],
        several: false,
      };
    case "same_as":
      return { title: "Same act as", choices: [NO_OTHER, ...others(event, events, true)], chosen: [event?.same_as ?? ""], several: false };
    case "part_of":
      return { title: "Part of", choices: [NO_OTHER, ...others(event, events, false)], chosen: [event?.part_of ?? ""], several: false };
  }
}

function choice({ name, meaning }: Entry): Picking["choices"][number] {
  return { value: name, label: name, meaning };
}

/** The events to which a link can go: for the same act only earlier ones. */
function others(event: DocumentEvent | null, events: readonly DocumentEvent[], earlier: boolean): Picking["choices"] {
  const at = events.findIndex((one) => one.id === event?.id);
  return events
    .filter((one, index) => one.id !== event?.id && one.state !== "rejected" && (!earlier || at < 0 || index < at))
    .map((one) => ({ value: one.id, label: one.id, meaning: `${one.type} “${one.trigger.text}”` }));
}
