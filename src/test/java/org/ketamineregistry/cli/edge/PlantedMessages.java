package org.ketamineregistry.cli.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ketamineregistry.adapter.hl7v2.Riverside;
import org.ketamineregistry.cli.hl7v2.AdaptHl7Command;
import picocli.CommandLine;

/**
 * A message of each type that is taken. The person stands in each field of each segment in turn, as
 * its first component, in all further components and subcomponents, and as a repetition; in
 * segments that are not read; and in all empty fields at once.
 */
record PlantedMessages(String type, String message, List<String> more) implements Planted {
  /** How many fields the segments have in v2.5.1, and one behind the last. */
  private static final Map<String, Integer> FIELDS =
      Map.ofEntries(
          Map.entry("MSH", 22),
          Map.entry("EVN", 8),
          Map.entry("PID", 40),
          Map.entry("PV1", 53),
          Map.entry("ORC", 32),
          Map.entry("RXA", 27),
          Map.entry("RXD", 35),
          Map.entry("RXE", 46),
          Map.entry("RXR", 7),
          Map.entry("TQ1", 15),
          Map.entry("OBR", 51),
          Map.entry("OBX", 26));

  private static final List<String> OF_PERSONS =
      List.of(
          "PD1|" + filled(20),
          "NK1|1|" + filled(35),
          "PV2|" + filled(40),
          "GT1|1|" + filled(50),
          "IN1|1|" + filled(48));

  static List<PlantedMessages> all() {
    return List.of(
        new PlantedMessages("ADT^A04", Riverside.ADMISSION, OF_PERSONS),
        new PlantedMessages(
            "ADT^A31",
            Riverside.ADMISSION.replace("ADT^A04^ADT_A01", "ADT^A31^ADT_A05"),
            OF_PERSONS),
        new PlantedMessages("RAS^O17", Riverside.ADMINISTRATION, List.of()),
        new PlantedMessages("RDS^O13", Riverside.SUPPLY, List.of()),
        new PlantedMessages("RDE^O11", Riverside.ORDER, List.of()),
        new PlantedMessages("ORU^R01", Riverside.RESULTS, List.of()));
  }

  private static String filled(int fields) {
    return String.join("|", Collections.nCopies(fields, everywhere()));
  }

  /** The person in components, subcomponents and repetitions. */
  private static String everywhere() {
    return Person.NAME
        + "^"
        + Person.NUMBER
        + "&"
        + Person.PHONE
        + "^"
        + Person.ADDRESS
        + "&"
        + Person.MAIL
        + "^"
        + Person.EVERYTHING
        + "~"
        + Person.NUMBER
        + "^^^"
        + Person.NAME;
  }

  @Override
  public CommandLine command() {
    return new CommandLine(new AdaptHl7Command());
  }

  @Override
  public List<String> written(Path folder) throws IOException {
    Path feed = Files.writeString(folder.resolve("feed.yaml"), Riverside.FEED);
    var all = new StringBuilder(message);
    List<String> segments = List.of(message.split("\r"));
    for (int s = 0; s < segments.size(); s++) {
      // MSH-1 and MSH-2 are the delimiters; MSH-10 is repeated to the sender on purpose.
      int from = s == 0 ? 3 : 1;
      int last = Objects.requireNonNull(FIELDS.get(segments.get(s).substring(0, 3)));
      for (int field = from; field <= last; field++) {
        if (s == 0 && field == 10) {
          continue;
        }
        for (String value : planted(segments.get(s), field)) {
          all.append(with(segments, s, field, value));
        }
      }
    }
    all.append(everythingAtOnce(segments));
    Files.writeString(source(folder), all);
    return List.of("send", source(folder).toString(), "--config", feed.toString());
  }

  private static List<String> planted(String segment, int field) {
    String own = field(segment, field);
    return List.of(
        everywhere(),
        own + "&" + Person.NAME + "&" + Person.NUMBER + "^" + everywhere(),
        own + "~" + Person.NUMBER + "^" + Person.NAME);
  }

  /** Every empty field of every segment, notes, and segments that are not read. */
  private String everythingAtOnce(List<String> segments) {
    var all = new ArrayList<String>();
    for (String segment : segments) {
      String name = segment.substring(0, 3);
      String full = segment;
      if (Set.of("PID", "PV1", "ORC", "OBR").contains(name)) {
        for (int field = 1; field <= (name.equals("ORC") ? 30 : 39); field++) {
          // What is empty and read would make the message faulty: the death of PID, times of PV1.
          boolean read = name.equals("PID") && (field == 29 || field == 30);
          if (field(full, field).isEmpty() && !read) {
            full = put(full, field, everywhere());
          }
        }
      }
      all.add(full);
      if (name.equals("PID")) {
        all.add("ZID|" + filled(5));
      }
      if (name.equals("OBX")) {
        all.add("NTE|1|L|" + everywhere());
      }
    }
    all.addAll(more);
    return Riverside.message(all.toArray(String[]::new));
  }

  private static String with(List<String> segments, int segment, int field, String value) {
    var all = new ArrayList<>(segments);
    all.set(segment, put(segments.get(segment), field, value));
    return Riverside.message(all.toArray(String[]::new));
  }

  /** The field by its number in the standard, by which MSH-1 is the delimiter itself. */
  private static String field(String segment, int number) {
    String[] fields = segment.split("\\|", -1);
    int at = segment.startsWith("MSH") ? number - 1 : number;
    return at < fields.length ? fields[at] : "";
  }

  private static String put(String segment, int number, String value) {
    var fields = new ArrayList<>(Arrays.asList(segment.split("\\|", -1)));
    int at = segment.startsWith("MSH") ? number - 1 : number;
    while (fields.size() <= at) {
      fields.add("");
    }
    fields.set(at, value);
    return String.join("|", fields);
  }

  @Override
  public Path source(Path folder) {
    return folder.resolve("day.hl7");
  }

  @Override
  public Path refused(Path folder) {
    return folder.resolve("day.hl7.refused");
  }

  @Override
  public void moveAway(Path folder) throws IOException {
    Files.deleteIfExists(refused(folder));
  }

  @Override
  public String toString() {
    return type;
  }
}
