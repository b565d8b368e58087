import { toast as sonner } from "sonner";
import { noteProblem } from "./problems.ts";

export interface ToastOptions {
  description?: string;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onClick: () => void };
}

/** A polite message in the corner. It is never the only place of an error, which stays on the page as well. */
export const toast = {
  success: (title: string, options?: ToastOptions) => sonner.success(title, options),
  error: (title: string, options?: ToastOptions) => {
    noteProblem({ title, description: options?.description });
    return sonner.error(title, { duration: 8000, ...options });
  },
  info: (title: string, options?: ToastOptions) => sonner(title, options),
  dismiss: sonner.dismiss,
};
