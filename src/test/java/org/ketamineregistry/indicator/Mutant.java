package org.ketamineregistry.indicator;

/**
 * A small fault that was put into a file of SQL.
 *
 * @param file the file, without its ending
 * @param line the line as it stands, which tells the same fault again after other lines have
 *     changed
 * @param change what became of it
 * @param sql the whole text of the file with the fault
 */
record Mutant(String file, String line, String change, String sql) {
  /** What tells this fault from others. */
  String name() {
    return String.join(" | ", file, line, change);
  }
}
