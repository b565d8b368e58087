import { toast as sonner } from "sonner";

export interface ToastOptions {
  description?: string;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onClick: () => void };
}

/** A polite message in the corner. Never the only place of an error. */
export const toast = {
  success: (title: string, options?: ToastOptions) => sonner.success(title, options),
  error: (title: string, options?: ToastOptions) => sonner.error(title, { duration: 8000, ...options }),
  info: (title: string, options?: ToastOptions) => sonner(title, options),
  dismiss: sonner.dismiss,
};
