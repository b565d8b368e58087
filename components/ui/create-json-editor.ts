import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, type Extension, StateField, Transaction } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder as placeholderText,
} from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { findJsonFault, placeOf } from "./json-fault.ts";

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  placeholder: string | undefined;
  onChange: (text: string) => void;
  onBlur: () => void;
}

export interface EditorDescription {
  id: string | undefined;
  isDisabled: boolean;
  isInvalid: boolean;
  labelledBy: string | undefined;
  describedBy: string | undefined;
}

export interface EditorHandle {
  focus: (caret?: number) => void;
  /** Replaces the text unless it is that already; `onChange` does not hear of it. */
  write: (text: string) => void;
  /** What assistive technology is told. */
  describe: (description: EditorDescription) => void;
  destroy: () => void;
}

export type CreateJsonEditor = typeof createJsonEditor;

/** Puts an editor for JSON into an element. The Tab key leaves it, as it leaves every other field. */
export function createJsonEditor(options: EditorOptions): EditorHandle {
  const described = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [...extensionsOf(options), described.of([])],
    }),
  });
  // Styles that come late change the height of lines, and the editor passes over a change so soon after it was made.
  const resized = new ResizeObserver(() => view.requestMeasure());
  resized.observe(view.contentDOM);
  const unlabel = new AbortController();
  return {
    focus(caret) {
      view.focus();
      if (caret !== undefined)
        view.dispatch({ selection: { anchor: Math.min(caret, view.state.doc.length) } });
    },
    write(text) {
      if (text === view.state.doc.toString()) return;
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: Transaction.remote.of(true) });
    },
    describe(description) {
      view.dispatch({ effects: described.reconfigure(descriptionOf(description)) });
      followLabel(description.labelledBy, view, unlabel.signal);
    },
    destroy() {
      resized.disconnect();
      unlabel.abort();
      view.destroy();
    },
  };
}

function extensionsOf({ placeholder, onChange, onBlur }: EditorOptions): Extension[] {
  return [
    EditorView.cspNonce.of(pageNonce()),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    indentOnInput(),
    bracketMatching(),
    EditorView.lineWrapping,
    keymap.of([...defaultKeymap, ...historyKeymap]),
    json(),
    syntaxHighlighting(colours),
    faultMark,
    look,
    placeholder === undefined ? [] : placeholderText(placeholder),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isOwn = transactions.some((transaction) => !transaction.annotation(Transaction.remote));
      if (docChanged && isOwn) onChange(state.doc.toString());
    }),
    EditorView.domEventHandlers({ blur: () => onBlur() }),
  ];
}

/** Pages may load no style without the nonce of their answer, which scripts on them carry. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}

function descriptionOf({ id, isDisabled, isInvalid, labelledBy, describedBy }: EditorDescription): Extension {
  const attributes: Record<string, string> = {
    tabindex: "0",
    ...(id ? { id } : {}),
    ...(labelledBy ? { "aria-labelledby": labelledBy } : {}),
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(isInvalid ? { "aria-invalid": "true" } : {}),
    ...(isDisabled ? { "aria-disabled": "true" } : {}),
  };
  return [
    EditorView.contentAttributes.of(attributes),
    EditorView.editable.of(!isDisabled),
    EditorState.readOnly.of(isDisabled),
  ];
}

/** A press on a label focuses form controls, but not an element that is edited in place. */
function followLabel(labelId: string | undefined, view: EditorView, signal: AbortSignal): void {
  const label = labelId ? document.getElementById(labelId) : null;
  if (!label || label.dataset.focuses === "editor") return;
  label.dataset.focuses = "editor";
  label.addEventListener("click", () => view.focus(), { signal });
  signal.addEventListener("abort", () => delete label.dataset.focuses);
}

// The same classes as where JSON is only shown.
const colours = tagHighlighter([
  { tag: tags.propertyName, class: "json-key" },
  { tag: tags.string, class: "json-string" },
  { tag: tags.number, class: "json-number" },
  { tag: tags.bool, class: "json-boolean" },
  { tag: tags.null, class: "json-null" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], class: "json-punctuation" },
]);

/** Underlines where the text stops being JSON. */
const faultMark = StateField.define<DecorationSet>({
  create: ({ doc }) => markFault(doc.toString()),
  update: (marks, { docChanged, newDoc }) => (docChanged ? markFault(newDoc.toString()) : marks),
  provide: (field) => EditorView.decorations.from(field),
});

function markFault(text: string): DecorationSet {
  const fault = text.trim() === "" ? null : findJsonFault(text);
  if (!fault) return Decoration.none;
  // At the end there is nothing to underline but what stands last.
  const from = fault.offset < text.length ? fault.offset : text.trimEnd().length - 1;
  const title = `${placeOf(text, fault.offset)}: ${fault.message}`;
  const to = from + (/[\ud800-\udbff]/.test(text.charAt(from)) ? 2 : 1);
  return Decoration.set(Decoration.mark({ class: "json-fault", attributes: { title } }).range(from, to));
}

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "inherit",
    lineHeight: "1.25rem",
    minHeight: "18.5rem",
    maxHeight: "70vh",
    overflow: "auto",
  },
  ".cm-content": { padding: "0.375rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 0.625rem 0 0.5rem" },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--faint)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.75rem", padding: "0 0.25rem 0 0.5rem" },
  ".cm-placeholder": { color: "var(--faint)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--brass-soft)",
    outline: "1px solid var(--brass-solid)",
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  ".cm-content ::selection, .cm-line ::selection, .cm-line::selection": {
    backgroundColor: "color-mix(in oklch, var(--brass-solid) 35%, transparent)",
  },
});
