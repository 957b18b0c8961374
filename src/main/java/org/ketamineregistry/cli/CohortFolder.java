package org.ketamineregistry.cli;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.synthetic.Submission;

/**
 * The folder that a cohort is written to: one file a submission, in folders that keep their order.
 * Where each sender has a folder of its own, they stand one deeper: the clinics in {@code steward},
 * and what a clinic sends in a folder of the clinic's identifier.
 */
final class CohortFolder {
  private static final Pattern OF_A_COHORT =
      Pattern.compile("00-clinics|patient-(\\d{6}|faulty)|steward|[A-Z]{2}-\\d{4,6}");
  private static final String STEWARD = "steward";

  private final Path root;
  private final IParser encoder;
  private final String ending;
  private final boolean bySender;

  CohortFolder(Path root, CohortFormat format, boolean compact, boolean bySender) {
    FhirContext context = FhirContext.forR4Cached();
    this.root = root;
    this.bySender = bySender;
    this.encoder = format == CohortFormat.XML ? context.newXmlParser() : context.newJsonParser();
    this.encoder.setPrettyPrint(!compact);
    this.ending = format.ending();
  }

  boolean isFree() throws IOException {
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Removes what an earlier cohort left, and nothing else. */
  void clear() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        if (OF_A_COHORT.matcher(entry.getFileName().toString()).matches()) {
          delete(entry);
        }
      }
    }
  }

  void write(Submission submission) throws IOException {
    write(sender(submission) + submission.path(), submission.content());
  }

  private String sender(Submission submission) {
    if (!bySender) {
      return "";
    }
    return (submission.kind() == Submission.Kind.CLINIC ? STEWARD : submission.clinic()) + "/";
  }

  void write(String path, Resource content) throws IOException {
    Path file = root.resolve(path + ending);
    Files.createDirectories(file.getParent());
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      encoder.encodeResourceToWriter(content, writer);
      writer.write('\n');
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
