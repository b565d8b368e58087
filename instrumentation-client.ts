import { config } from "zod";

// Before any schema is made: compiled ones need `eval`, which the content security policy forbids.
config({ jitless: true });
