package org.ketamineregistry.adapter.hl7v2;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.adapter.ClinicReader;
import org.ketamineregistry.adapter.Declaration;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.hl7v2.Feed.Field;
import org.ketamineregistry.adapter.hl7v2.Feed.PatientNumber;
import org.ketamineregistry.adapter.hl7v2.Feed.Sender;
import org.ketamineregistry.adapter.hl7v2.Feed.Timing;

/** Reads the configuration of a feed, a YAML file. All that is wrong with it is told at once. */
public final class FeedFile {
  private static final Pattern ANYTHING = Pattern.compile("\\S.*");
  private static final Pattern COURSE = Pattern.compile("(PV1|ORC)-([1-9]\\d?)");
  private static final Pattern TIMED = Pattern.compile("(OBX|OBR)-(4)");
  private static final String ADMINISTRATION = "administration";

  private FeedFile() {}

  /**
   * Reads a file.
   *
   * @throws Mistaken where anything is wrong with it
   * @throws IOException where it cannot be read
   */
  public static Feed read(Path file, Templates templates) throws Mistaken, IOException {
    String text = Files.readString(file);
    Part root = Declaration.read(text);
    Feed feed = feed(root, new Origin.Mapping("hl7-v2", Sha256.of(text)), new FeedCodes(templates));
    root.check();
    return feed;
  }

  private static Feed feed(Part root, Origin.Mapping file, FeedCodes codes) {
    root.only(
        "clinic",
        "namespace",
        "zone",
        "lawful-basis",
        "dates",
        "charset",
        "processing",
        "senders",
        "patient",
        "course",
        "observed",
        "timing",
        "substances",
        "routes",
        "stop-reasons",
        "observations",
        "ignored");
    Part timing = root.at("timing").only("at", "codes");
    Part ignored = root.at("ignored").only("observations", "messages");
    return new Feed(
        ClinicReader.id(root, "clinic"),
        ClinicReader.namespace(root),
        ClinicReader.zone(root),
        ClinicReader.dates(root),
        ClinicReader.basis(root),
        file,
        charset(root),
        processing(root),
        senders(root),
        patient(root.at("patient").only("type", "authority")),
        field(root, "course", COURSE, "PV1-50"),
        root.truth("observed"),
        new Timing(
            field(timing, "at", TIMED, "OBX-4"),
            codes.read(timing, "codes", "blood-pressure", "timing", Map.of())),
        codes.read(root, "substances", ADMINISTRATION, "substance", Map.of()),
        codes.read(root, "routes", ADMINISTRATION, "route", FeedCodes.ROUTES),
        codes.read(root, "stop-reasons", ADMINISTRATION, "stop-reason", Map.of()),
        new FeedObservations(codes).read(root),
        Set.copyOf(ignored.texts("observations")),
        Set.copyOf(ignored.texts("messages")));
  }

  private static Charset charset(Part root) {
    if (!root.has("charset")) {
      return StandardCharsets.UTF_8;
    }
    return Charsets.of(root.at("charset").oneOf(Charsets.NAMES)).orElse(StandardCharsets.UTF_8);
  }

  private static String processing(Part root) {
    return root.has("processing")
        ? root.required("processing", Pattern.compile("[PTD]"), "P, T or D, as in MSH-11")
        : "P";
  }

  private static Set<Sender> senders(Part root) {
    Set<Sender> senders = new LinkedHashSet<>();
    for (Part one : root.list("senders")) {
      one.only("application", "facility");
      senders.add(
          new Sender(
              one.required("application", ANYTHING, "MSH-3 of its messages"),
              one.required("facility", ANYTHING, "MSH-4 of its messages")));
    }
    if (senders.isEmpty()) {
      root.at("senders").mistake("has to list at least one sender.");
    }
    return senders;
  }

  private static PatientNumber patient(Part part) {
    String authority = part.text("authority", "");
    return new PatientNumber(
        part.required("type", ANYTHING, "the type in PID-3.5 of the clinic's number, such as MR"),
        authority.isBlank() ? null : authority);
  }

  private static Field field(Part part, String name, Pattern form, String usual) {
    String text = part.has(name) ? part.required(name, form, "a field, such as " + usual) : usual;
    Matcher parts = form.matcher(text);
    return parts.matches()
        ? new Field(parts.group(1), Integer.parseInt(parts.group(2)))
        : new Field("", 0);
  }
}
