/** The kind of count that an event of this type and these modes mostly has: where the list begins. */
export function likelyCount(type: string, modes: readonly string[]): string {
  if (type === "PROTEST" || type === "MOBILIZE") return "participants";
  if (type === "COERCE") return modes.includes("deport") ? "displaced" : "arrested";
  if (type === "ASSAULT") return modes.includes("abduct") ? "abducted" : modes.includes("crowd-control") || modes.includes("beat") ? "injured" : "killed";
  if (type === "RETREAT" || type === "CONCEDE") return "released";
  if (type === "SANCTION") return "sentenced";
  return type === "AID" ? "money" : "other";
}
