/** Takes the person to the first control on the page that is refused, in the order they read them. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  // The controls are marked only once the refusal is drawn.
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>(":is(input, textarea, button)[aria-invalid=true]")?.focus();
  });
}
