package org.ketamineregistry.cli.adapt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.RunReport;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the report of a run is written, beside what is printed. */
public final class ReportOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the report, of one source: .json, .csv or .txt.")
  private @Nullable Path report;

  /**
   * Looks whether the file can be written.
   *
   * @throws ParameterException where nobody can tell what to write
   */
  public void check(Terminal terminal) {
    terminal.hold(
        report == null || name(report).matches(".*\\.(json|csv|txt)"),
        "--report ends in .json, .csv or .txt.");
  }

  /** Whether it is asked for. */
  public boolean isAsked() {
    return report != null;
  }

  /** Writes it, where it is asked for. */
  public void write(RunReport told) throws IOException {
    if (report != null) {
      String name = name(report);
      Files.writeString(
          report,
          name.endsWith(".json") ? told.json() : name.endsWith(".csv") ? told.csv() : told.text());
    }
  }

  private static String name(Path report) {
    return report.toString().toLowerCase(Locale.ROOT);
  }
}
