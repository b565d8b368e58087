import manifest from "../package.json" with { type: "json" };

/** The version of this Posthorn, from the manifest. */
export const { version } = manifest;
