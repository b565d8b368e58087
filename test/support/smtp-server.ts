import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export type SmtpServer = {
  url: string;
  /** What was handed in, headers and all. */
  messages: string[];
  /** The answers to the coming messages, taken or not; "" never answers. 250 once they are used up. */
  answers: string[];
  /** The answers to the coming logins; 235 once they are used up. */
  logins: string[];
  close: () => Promise<void>;
};

/** A mail server on a loopback port that speaks just enough SMTP (RFC 5321) to be handed e-mails. */
export async function createSmtpServer(): Promise<SmtpServer> {
  const messages: string[] = [];
  const answers: string[] = [];
  const logins: string[] = [];
  const server = createServer((socket) => void converse(socket, { messages, answers, logins }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.close();
    await once(server, "close");
  };
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, messages, answers, logins, close };
}

type Conversation = Pick<SmtpServer, "messages" | "answers" | "logins">;

async function converse(socket: Socket, { messages, answers, logins }: Conversation) {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let message: string[] | undefined;
  say("220 ready");
  for await (const line of createInterface({ input: socket.on("error", () => undefined) })) {
    if (message && line !== ".") message.push(line);
    else if (message) {
      const answer = answers.shift() ?? "250 taken";
      if (answer === "" || answer.startsWith("250")) messages.push(message.join("\n"));
      message = undefined;
      if (answer !== "") say(answer);
    } else if (line === "DATA") {
      message = [];
      say("354 go on");
    } else if (line.startsWith("EHLO")) say("250-here\r\n250 AUTH PLAIN");
    else if (line.startsWith("AUTH")) say(logins.shift() ?? "235 welcome");
    else if (line === "QUIT") socket.end("221 bye\r\n");
    else say("250 ok");
  }
}
