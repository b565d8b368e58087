import { z } from "zod";

export const themes = ["system", "light", "dark"] as const;
export const densities = ["comfortable", "compact"] as const;
export const clocks = ["24h", "12h"] as const;

const timeZone = z.string().max(64).refine(isTimeZone, "Choose a time zone, such as Europe/Berlin or UTC.");

export const preferences = z
  .object({
    timeZone: timeZone
      .nullable()
      .meta({ description: "A name of the IANA time zone database; null for that of the browser." }),
    theme: z.enum(themes),
    density: z.enum(densities).meta({ description: "How high the rows of tables are." }),
    clock: z.enum(clocks),
  })
  .meta({ id: "Preferences" });

export const changePreferencesBody = z.strictObject(preferences.shape).partial();

export type Preferences = z.infer<typeof preferences>;
export type Theme = Preferences["theme"];
export type Density = Preferences["density"];
export type Clock = Preferences["clock"];
export type ChangePreferences = z.infer<typeof changePreferencesBody>;

/** How things are shown to who never said otherwise. */
export const usualPreferences: Preferences = {
  timeZone: null,
  theme: "system",
  density: "comfortable",
  clock: "24h",
};

/** Whether times can be shown in the zone of this name, here: browsers and servers know the zones of their own release. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
