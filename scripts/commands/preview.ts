/** `lanternist preview`: the lecture in a browser while it is being written. */
import { realpath } from "node:fs/promises";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { renderSVG, renderUnicodeCompact } from "uqr";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import { findEditor, openInEditor } from "../io/editor.ts";
import { errorCode } from "../io/error-code.ts";
import { readProgramFile } from "../io/program.ts";
import { watchDeck } from "../io/watch.ts";
import type { At } from "../model.ts";
import { makeAccess } from "../preview/access.ts";
import { makeConversation, type Conversation } from "../preview/conversation.ts";
import { followStyles } from "../preview/follow-styles.ts";
import { listen, type PreviewServer } from "../preview/server.ts";
import { createSession } from "../preview/session.ts";
import { siteFiles } from "../preview/site-files.ts";
import {
  readSettings,
  requireDeck,
  requireVoice,
  showProblems,
  type CommandContext,
  type Settings,
} from "./context.ts";

/** The command's options, as they are written. */
export interface PreviewOptions {
  readonly port?: number;
  /** Other devices of the network may join. */
  readonly host?: boolean;
  readonly voice?: string;
  readonly audio: boolean;
  readonly trust?: boolean;
  readonly short?: boolean;
  readonly cache?: string;
}

/** Where it listens unless told otherwise; the next free one where that is taken. */
const USUAL_PORT = 4800;
const PORTS_TO_TRY = 20;

/** Serves until it is stopped. */
export async function previewCommand(
  context: CommandContext,
  folder: string,
  options: PreviewOptions,
): Promise<number> {
  const { terminal, signal, now } = context;
  await requireDeck(folder);
  const settings = await readSettings(context, options);
  requireVoice(options.voice, settings.config);
  const deck = await realpath(folder);
  const isOpen = options.host === true;
  const server = await listenSomewhere(options.port, isOpen ? "::" : "127.0.0.1");
  const addresses = isOpen ? networkAddresses() : [];
  const access = makeAccess(server.port, [...addresses, ...(isOpen ? machineNames() : [])]);

  let failed: (reason: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  let conversation: Conversation | undefined;
  let stylesFor: ReturnType<typeof followStyles> | undefined;
  const later = (ms: number, act: () => void): void => {
    setTimeout(() => {
      if (signal.aborted) return;
      try {
        act();
      } catch (reason) {
        failed(reason);
      }
    }, ms).unref();
  };
  const session = createSession(
    { deck, ...options, trust: options.trust === true, short: options.short === true, ...settings },
    {
      signal,
      later,
      tell: (message) => {
        conversation?.tell(message);
        stylesFor?.(message);
      },
      log: (line) => terminal.line(line),
      failed,
    },
  );
  const [firstAddress] = addresses;
  conversation = makeConversation({
    session,
    ...(!isOpen && { open: (at) => openPlace(deck, at, settings, context) }),
    ...(firstAddress !== undefined && {
      invite: () => invitation(firstAddress, server.port, access.invite(now())),
    }),
  });
  try {
    session.changed("all");
    await Promise.race([session.settled(), failure]);
    showProblems(terminal, session.problems(), session.source());
    const files = siteFiles(session, { programFile: readProgramFile, signal });
    stylesFor = followStyles(files, conversation.tell, later);
    server.open(access, { files, conversation, programFile: readProgramFile, now, failed });
    await watchDeck(deck, session.changed, signal);
    terminal.line(`→ http://localhost:${server.port}/  (Ctrl+C ends it)`);
    if (isOpen) sayOpen(context, addresses, server.port, access.invite(now()));
    await Promise.race([stopped(signal), failure]);
    return EXIT.good;
  } finally {
    await server.close();
    await session.close();
  }
}

/** The port that is asked for, else the usual one or the next free one. */
async function listenSomewhere(port: number | undefined, address: string): Promise<PreviewServer> {
  const ports = port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, i) => USUAL_PORT + i) : [port];
  for (const one of ports) {
    try {
      return await listen(one, address);
    } catch (reason) {
      const code = errorCode(reason);
      if (code === "EAFNOSUPPORT" && address === "::") return listenSomewhere(port, "0.0.0.0");
      if (code === "EACCES") throw new WrongUsage(`--port ${one} needs more rights; take one above 1023`);
      if (code !== "EADDRINUSE") throw reason;
    }
  }
  throw new WrongUsage(
    port === undefined
      ? `the ports ${USUAL_PORT} to ${USUAL_PORT + PORTS_TO_TRY - 1} are taken; name a free one with --port`
      : `the port ${port} is taken; name another with --port, or none`,
  );
}

/** Addresses at which other devices of the network find this machine; IPv4 first, which is typed more easily. */
function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outer = all.filter(({ internal, address }) => !internal && !address.startsWith("fe80:"));
  const isShort = ({ family }: { readonly family: string }): boolean => family === "IPv4";
  return [
    ...outer.filter(isShort).map(({ address }) => address),
    ...outer.filter((one) => !isShort(one)).map(({ address }) => `[${address}]`),
  ];
}

const machineNames = (): string[] => [hostname(), `${hostname().split(".")[0] ?? ""}.local`];

const joinAddress = (address: string, port: number, key: string): string =>
  `http://${address}:${port}/speaker.html#join=${key}`;

function invitation(address: string, port: number, key: string) {
  const svg = renderSVG(joinAddress(address, port, key), { border: 2 });
  const code = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return { address: `http://${address}:${port}/`, key: inGroups(key), code };
}

const inGroups = (key: string): string => `${key.slice(0, 4)}-${key.slice(4)}`;

function sayOpen(
  { terminal }: CommandContext,
  addresses: readonly string[],
  port: number,
  key: string,
): void {
  const [address] = addresses;
  if (address === undefined) {
    terminal.error("--host: this machine has no address in a network, so no other device can come");
    return;
  }
  terminal.error(
    "--host: everyone in this network can ask for the preview, and it holds your private notes.",
  );
  terminal.error(
    "        A device joins with a key that works once; what is sent is not encrypted. No editor is opened.",
  );
  terminal.line(`→ http://${address}:${port}/  key ${inGroups(key)}`);
  terminal.line(renderUnicodeCompact(joinAddress(address, port, key), { border: 1 }));
}

/** Opens a place of the deck in the user's editor; resolves to what went wrong. */
async function openPlace(
  deck: string,
  { file, line }: At,
  { config, configFile }: Settings,
  { env }: CommandContext,
): Promise<string | undefined> {
  const editor = findEditor(config.editor, env);
  if (editor === undefined)
    return `no editor is named: write  editor: [code, --goto, "{file}:{line}"]  into ${configFile}`;
  const wrong = await openInEditor(editor, join(deck, file), line);
  return wrong === undefined
    ? undefined
    : `${editor[0]} does not start (${wrong}); name another editor in ${configFile}`;
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
