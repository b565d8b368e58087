/** A reason not to start that the operator can act on: shown as one message, without a stack. */
export class LaunchError extends Error {
  override name = "LaunchError";
}
