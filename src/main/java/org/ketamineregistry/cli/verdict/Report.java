package org.ketamineregistry.cli.verdict;

/** Tells verdicts, file by file in the order of the command line, and then the whole. */
interface Report {
  void add(Judged judged);

  /** Called once, after the last file. */
  void end(Tally tally);
}
