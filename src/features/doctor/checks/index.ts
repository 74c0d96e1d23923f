/** Every check, in the order it is told: what others stand on comes first. */
import type { Check } from "../patient.ts";
import { appToken } from "./app-token.ts";
import { audit } from "./audit.ts";
import { businessClock } from "./business-clock.ts";
import { calendar } from "./calendar.ts";
import { clockSkew } from "./clock-skew.ts";
import { conversations } from "./conversations.ts";
import { dataFiles } from "./data-files.ts";
import { database } from "./database.ts";
import { desk } from "./desk.ts";
import { disk } from "./disk.ts";
import { evidence } from "./evidence.ts";
import { pages } from "./pages.ts";
import { people } from "./people.ts";
import { policy } from "./policy.ts";
import { port } from "./port.ts";
import { pushedFacts } from "./pushed-facts.ts";
import { reach } from "./reach.ts";
import { roles } from "./roles.ts";
import { schema } from "./schema.ts";
import { scopes } from "./scopes.ts";
import { settings } from "./settings.ts";
import { team } from "./team.ts";
import { token } from "./token.ts";
import { totals } from "./totals.ts";
import { units } from "./units.ts";
import { unsent } from "./unsent.ts";

export const checks: readonly Check[] = [
  settings,
  policy,
  calendar,
  disk,
  evidence,
  port,
  desk,
  database,
  dataFiles,
  schema,
  audit,
  pages,
  pushedFacts,
  totals,
  businessClock,
  units,
  roles,
  unsent,
  reach,
  token,
  appToken,
  scopes,
  clockSkew,
  team,
  people,
  conversations,
];
