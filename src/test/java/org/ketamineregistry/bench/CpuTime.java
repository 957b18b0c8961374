package org.ketamineregistry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long processes have had a processor, as Linux counts it: user and system together. */
final class CpuTime {
  /** Linux shows these times in hundredths of a second, whatever its own clock does. */
  private static final int MILLIS_A_TICK = 10;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int ENDED_CHILDREN_USER = 13;
  private static final int ENDED_CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  /** The time of one process. */
  static Duration of(long pid) throws IOException {
    String[] fields = fields(pid);
    return ticks(fields, USER).plus(ticks(fields, SYSTEM));
  }

  /** The time of a process, of its living descendants and of its children that have ended. */
  static Duration ofFamily(long pid) throws IOException {
    String[] fields = fields(pid);
    Duration sum =
        of(pid).plus(ticks(fields, ENDED_CHILDREN_USER)).plus(ticks(fields, ENDED_CHILDREN_SYSTEM));
    for (ProcessHandle child : ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
      if (Files.exists(stat(child.pid()))) {
        sum = sum.plus(of(child.pid()));
      }
    }
    return sum;
  }

  private static Duration ticks(String[] fields, int field) {
    return Duration.ofMillis(Long.parseLong(fields[field]) * MILLIS_A_TICK);
  }

  /** The fields behind the process's name, which may itself contain blanks. */
  private static String[] fields(long pid) throws IOException {
    String line = Files.readString(stat(pid));
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }

  private static Path stat(long pid) {
    return Path.of("/proc", Long.toString(pid), "stat");
  }
}
