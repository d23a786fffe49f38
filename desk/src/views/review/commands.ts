/** What each command of the desk does. */
import type { DocumentEvent } from "../../api/types";
import { isRole } from "../../text/segments";
import { acceptDocument, acceptEvent, acceptField, changeField, rejectEvent, rejectField, type Draft } from "./edits";
import type { Command } from "./keys";
import { moved } from "./marking";
import type { Sitting } from "./sitting.svelte";

/** Lists from which a field is chosen. */
type Listed = "type" | "modes" | "aux" | "contexts" | "same_as" | "part_of";

export async function obeyed(sitting: Sitting, command: Command): Promise<unknown> {
  if (sitting.mode === "mark") return mark(sitting, command);
  const { desk } = sitting;
  switch (command) {
    case "again":
      return desk.applyAgain();
    case "let-go":
      return desk.letGo();
    case "next":
      return desk.go(1);
    case "previous":
      return desk.go(-1);
    case "next-here":
      return desk.goHere(1);
    case "previous-here":
      return desk.goHere(-1);
    case "undo":
      return desk.undo();
    case "redo":
      return desk.redo();
    case "help":
    case "why":
    case "queue":
      sitting.panel = { kind: command };
      return;
    case "add":
      return sitting.begin("new");
    case "complete":
      return sitting.detail && desk.send(acceptDocument(sitting.detail.id));
    default:
      return onEvent(sitting, command);
  }
}

/** What needs an event under review. */
async function onEvent(sitting: Sitting, command: Command): Promise<unknown> {
  const { desk, event, detail } = sitting;
  if (event === null || detail === null) return desk.say("There is no event here: n adds one.");
  switch (command) {
    case "accept":
      return decide(sitting, acceptEvent(detail.id, event));
    case "reject":
      return decide(sitting, rejectEvent(detail.id, event));
    case "incident":
      if (event.incident === null) return desk.say("This event is in no incident yet.");
      return sitting.leave(`/incidents/${encodeURIComponent(event.incident)}`);
    case "hedged":
      return desk.send(changeField(detail.id, event, "hedged", !event.hedged));
    case "type":
    case "modes":
    case "aux":
    case "contexts":
    case "same_as":
    case "part_of":
      await sitting.pick({ what: command, of: event, save: (chosen) => choose(sitting, detail.id, event, command, chosen) });
      return;
    case "entity":
      sitting.panel = { kind: "value", of: "entity" };
      return;
    case "place-value":
      sitting.panel = { kind: "value", of: "place" };
      return;
    case "time-value":
      sitting.panel = { kind: "value", of: "time" };
      return;
    case "count-value":
      sitting.panel = { kind: "value", of: "count" };
      return;
    default:
      return onField(sitting, command, detail.id, event);
  }
}

/** What goes over the rows of fields, and the marking of words for one. */
async function onField(sitting: Sitting, command: Command, document: string, event: DocumentEvent): Promise<unknown> {
  const row = sitting.rows[sitting.field];
  switch (command) {
    case "field-down":
      sitting.field = Math.min(sitting.field + 1, sitting.rows.length - 1);
      return;
    case "field-up":
      sitting.field = Math.max(sitting.field - 1, 0);
      return;
    case "field-edit":
      return row && onEvent(sitting, row.edit);
    case "field-accept":
      return row && sitting.desk.send(acceptField(document, event, row.field));
    case "field-reject":
      return row && sitting.desk.send(rejectField(document, event, row.field));
    default: {
      const role = command.replace("mark-", "");
      if (command.startsWith("mark-") && isRole(role)) await sitting.begin(role);
    }
  }
}

/** Accepting and rejecting go on to the next event: most events need nothing else. */
async function decide(sitting: Sitting, draft: Draft): Promise<void> {
  const { desk, inQueue } = sitting;
  if (!(await desk.send(draft)) || !inQueue || desk.isLast) return;
  const { said } = desk.state;
  await desk.go(1);
  desk.say(said);
  sitting.field = 0;
}

function choose(sitting: Sitting, document: string, event: DocumentEvent, what: Listed, chosen: string[]): void {
  const value = what === "type" ? chosen[0] : what === "same_as" || what === "part_of" ? chosen[0] || null : chosen;
  if (JSON.stringify(value) === JSON.stringify(event[what])) return sitting.desk.say("Nothing was changed.");
  sitting.send(changeField(document, event, what, value));
}

async function mark(sitting: Sitting, command: Command): Promise<void> {
  const { panel } = sitting;
  if (panel.kind !== "mark") return;
  if (command === "leave") sitting.close();
  else if (command === "put") await sitting.putMarked();
  else sitting.panel = { ...panel, marking: moved(sitting.counted.text, panel.marking, command) };
}
