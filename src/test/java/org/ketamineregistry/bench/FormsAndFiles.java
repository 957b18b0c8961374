package org.ketamineregistry.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketamineregistry.cli.icsr.IcsrCommand;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.process.BegunExport;
import picocli.CommandLine;

/** What comes by forms, and what leaves a registry: exports, flat files and reports of events. */
final class FormsAndFiles {
  private static final String EVENT = "AdverseEvent-adverse-event-gb-5";
  private static final String NUMBER = "E-2026-0322";

  private final ServerUnderTest registry;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Ehr ehr = Ehr.fresh();

  /** Of one clinic of its own, with a patient under treatment. */
  FormsAndFiles(ServerUnderTest registry, Path folder) throws IOException, InterruptedException {
    this.registry = registry;
    this.folder = folder;
    registry.submit(ehr.registration().text());
    registry.submit(ehr.consultation().text());
  }

  /** Forms that were extracted and submitted, in a second, one after the other. */
  double forms(int many) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < many; i++) {
      Draft response =
          ehr.example("QuestionnaireResponse-response-follow-up-gb-1")
              .withText("/identifier/value", "follow-up-" + i);
      registry.submit(registry.post("/QuestionnaireResponse/$extract", response.text()));
    }
    return many / seconds(start);
  }

  /** Records in an export of all patients, in a second, from its beginning to its last line. */
  double records() throws IOException, InterruptedException {
    return lines("/Patient/$export", "type");
  }

  /** Rows of flat files, in a second. */
  double rows() throws IOException, InterruptedException {
    return lines("/Patient/$viewdefinition-export", "name");
  }

  private double lines(String at, String name) throws IOException, InterruptedException {
    String base = registry.base().toString();
    long start = System.nanoTime();
    int lines =
        BegunExport.at(client, base, at, 0).lines(client, base, name).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    return lines / seconds(start);
  }

  /** Adverse events that were read and written as reports, one of each patient, in a second. */
  double reports(int many) throws IOException, InterruptedException {
    for (int i = 0; i < many; i++) {
      // A clinic's cases are known by the value of the event's identifier alone.
      registry.submit(
          ehr.nextPatient().transaction(EVENT).text().replace(NUMBER, NUMBER + "-" + i));
    }
    Path terms = Files.writeString(folder.resolve("terms.csv"), "17971005,10000001,27.1\n");
    Path reports = Files.createDirectories(folder.resolve("reports"));
    var said = new StringWriter();
    long start = System.nanoTime();
    int code =
        new CommandLine(new IcsrCommand())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(
                "--from",
                registry.base().toString(),
                "--sender",
                "KET-REG",
                "--receiver",
                "AGENCY",
                "--out",
                reports.toString(),
                "--meddra",
                terms.toString(),
                "--since",
                "2026-01-01");
    double seconds = seconds(start);
    try (var files = Files.list(reports)) {
      long written = files.filter(file -> file.toString().endsWith(".xml")).count();
      if (written < many) {
        throw new IllegalStateException(code + ": " + said);
      }
      return written / seconds;
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
