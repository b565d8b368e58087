/** The customers of the demo tenant and their share of its events. */
export const demoApplications = [
  { uid: "default", name: "Default", weight: 20 },
  { uid: "harbor-pine", name: "Harbor & Pine", weight: 30 },
  { uid: "lumen-cycle", name: "Lumen Cycle", weight: 20 },
  { uid: "kestrel-freight", name: "Kestrel Freight", weight: 8 },
  { uid: "marigold-clinics", name: "Marigold Clinics", weight: 14 },
  { uid: "osprey-games", name: "Osprey Games", weight: 8 },
] as const;
