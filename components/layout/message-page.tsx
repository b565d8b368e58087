import { CoilGround } from "./coil-ground.tsx";
import { Message, type MessageProps } from "./message.tsx";

/** A whole page that has one thing to say: not found, no access, expired, broken. */
export function MessagePage(props: MessageProps) {
  return (
    <main className="relative flex min-h-dvh flex-col overflow-hidden">
      <CoilGround />
      <div className="relative flex flex-1">
        <Message {...props} />
      </div>
    </main>
  );
}
