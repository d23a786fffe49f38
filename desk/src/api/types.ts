/** The API's shapes under short names. All come from schema.d.ts, which is made from the server's OpenAPI description (`npm run api`). */
import type { components, paths } from "./schema";

type Shapes = components["schemas"];

export type Me = Shapes["Me"];
export type Role = NonNullable<Me["role"]>;
export type Problem = Shapes["Problem"];
export type Conflict = Shapes["Conflict"];

export type Incident = Shapes["Incident"];
export type IncidentDetail = Shapes["IncidentDetail"];
export type IncidentEvent = Shapes["IncidentEvent"];
export type IncidentChange = Shapes["IncidentChange"];
export type EventJoin = Shapes["EventJoin"];
export type EventRef = Shapes["EventRef"];
export type Figure = Shapes["Figure"];
export type FigureClaim = Shapes["FigureClaim"];
export type Report = Shapes["Report"];
export type IncidentMap = Shapes["IncidentMap"];
export type MapPoint = Shapes["MapPoint"];
export type Timeline = Shapes["Timeline"];
export type Bar = Shapes["Bar"];
export type Standing = Incident["standing"];

export type EventsRow = Shapes["EventsRow"];
export type ActorsRow = Shapes["ActorsRow"];
export type PersonsRow = Shapes["PersonsRow"];
export type SourcesRow = Shapes["SourcesRow"];

export type DocumentDetail = Shapes["DocumentDetail"];
export type DocumentEvent = Shapes["DocumentEvent"];
export type EventBody = Shapes["EventBody"];
export type EventRole = Shapes["EventRole"];
export type Words = Shapes["Words"];
export type Entity = Shapes["Entity"];
export type Place = Shapes["Place"];
export type Time = Shapes["Time"];
export type Count = Shapes["Count"];
export type Furniture = Shapes["Furniture"];
export type RoleName = EventRole["role"];
export type Correction = Shapes["Correction"];
export type Correct = Shapes["Correct"];
export type Corrected = Shapes["Corrected"];
export type NewReport = Shapes["NewReport"];
export type DocumentLine = Shapes["DocumentLine"];
export type QueueItem = Shapes["QueueItem"];
export type Assignment = Shapes["Assignment"];
export type Agreement = Shapes["Agreement"];
export type FieldAgreement = Shapes["FieldAgreement"];
export type Adjudicate = Shapes["Adjudicate"];
export type Difference = Shapes["Difference"];
export type Adjudication = Shapes["Adjudication"];
export type Codebook = Shapes["Codebook"];
export type Entry = Shapes["Entry"];
export type TypeEntry = Shapes["TypeEntry"];
export type FoundPlace = Shapes["FoundPlace"];

/** What the list, the map, the timeline and the charts can be asked for. */
export type IncidentQuery = NonNullable<paths["/api/v1/charts/events"]["get"]["parameters"]["query"]>;
export type ListQuery = NonNullable<paths["/api/v1/incidents"]["get"]["parameters"]["query"]>;
export type Sort = NonNullable<ListQuery["sort"]>;
