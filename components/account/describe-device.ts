export type DeviceView = { name: string; kind: "computer" | "phone" | "program" };

/** What people call the device behind a `User-Agent`: "Firefox on Windows". A guess, for recognising one's own. */
export function describeDevice(userAgent: string | null): DeviceView {
  if (!userAgent) return { name: "Unknown device", kind: "program" };
  const browser = firstMatch(browsers, userAgent);
  const system = firstMatch(systems, userAgent);
  if (!browser) return { name: userAgent.split(/[\s/]/)[0] || "Unknown device", kind: "program" };
  const kind = /Mobile|iPhone|iPad|Android/.test(userAgent) ? "phone" : "computer";
  return { name: system ? `${browser} on ${system}` : browser, kind };
}

// The order counts: most browsers claim to be several of them.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

function firstMatch(names: [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1];
}
