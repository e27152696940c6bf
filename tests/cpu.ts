/** Processor time: what work costs, however busy the machine is with other things. */

/** Processor time of this process while `work` runs, in milliseconds. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
