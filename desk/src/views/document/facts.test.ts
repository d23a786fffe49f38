import { expect, it } from "vitest";

import { eventCountWords } from "./facts";

const told = (same_as: string | null = null, state: "machine" | "rejected" = "machine") => ({ same_as, state });

it("counts events as the command line does, and mentions by that name", () => {
  expect(eventCountWords([])).toBe("0 events");
  expect(eventCountWords([told(), told()])).toBe("2 events");
  expect(eventCountWords([told(), told("e1"), told("e1")])).toBe("1 event in 3 mentions");
  expect(eventCountWords([told(), told(null, "rejected"), told("e1", "rejected")])).toBe("1 event");
});
