/** Where the user's own configuration and caches lie (XDG Base Directory Specification 0.8). */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of all caches: the clip store, the unpacked browser, and the program's compiled code.
 * @param chosen what `--cache` or the configuration names
 */
export function cacheFolder(env: Environment, chosen?: string): string {
  return chosen !== undefined
    ? resolve(chosen)
    : join(baseFolder(env["XDG_CACHE_HOME"], ".cache"), "lanternist");
}

/** The user's configuration file; it need not exist. */
export function configFile(env: Environment): string {
  return join(baseFolder(env["XDG_CONFIG_HOME"], ".config"), "lanternist", "config.yaml");
}

/** The specification says that a relative path in these variables is to be ignored. */
function baseFolder(named: string | undefined, fallback: string): string {
  return named?.startsWith("/") ? named : join(homedir(), fallback);
}
