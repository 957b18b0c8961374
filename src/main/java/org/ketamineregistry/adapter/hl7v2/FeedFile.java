package org.ketamineregistry.adapter.hl7v2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.hl7v2.Feed.Field;
import org.ketamineregistry.adapter.hl7v2.Feed.PatientNumber;
import org.ketamineregistry.adapter.hl7v2.Feed.Sender;
import org.ketamineregistry.adapter.hl7v2.Feed.Timing;
import org.ketamineregistry.adapter.hl7v2.Observed.Kind;

/** Reads the configuration of a feed, a YAML file. All that is wrong with it is told at once. */
public final class FeedFile {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Set<String> NAMES =
      new LinkedHashSet<>(
          List.of(
              "clinic",
              "namespace",
              "zone",
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
              "ignored"));
  private static final Pattern CLINIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
  private static final Pattern NAMESPACE = Pattern.compile("(https?://|urn:)\\S*[^\\s/|]");
  private static final Pattern ANYTHING = Pattern.compile("\\S.*");
  private static final Pattern DAYS = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");
  private static final Pattern COURSE = Pattern.compile("(PV1|ORC)-([1-9]\\d?)");
  private static final Pattern TIMED = Pattern.compile("(OBX|OBR)-(4)");

  /** What HL7's table 0162 and LOINC say without anybody's declaration. */
  private static final Map<String, String> ROUTES =
      Map.of(
          "IV^HL70162", "intravenous-route",
          "NS^HL70162", "nasal-route",
          "PO^HL70162", "oral-route",
          "SC^HL70162", "subcutaneous-route",
          "IM^HL70162", "intramuscular-route",
          "PR^HL70162", "rectal-route",
          "SL^HL70162", "sublingual");

  private static final Map<String, Observed> OBSERVATIONS =
      Map.ofEntries(
          Map.entry("8480-6^LN", Observed.of(Kind.SYSTOLIC)),
          Map.entry("8462-4^LN", Observed.of(Kind.DIASTOLIC)),
          Map.entry("29463-7^LN", Observed.of(Kind.BODY_WEIGHT)),
          Map.entry("8867-4^LN", Observed.of(Kind.HEART_RATE)),
          Map.entry("2708-6^LN", Observed.of(Kind.OXYGEN_SATURATION)),
          Map.entry("59408-5^LN", Observed.of(Kind.OXYGEN_SATURATION)),
          Map.entry("1742-6^LN", liver("1742-6")),
          Map.entry("1920-8^LN", liver("1920-8")),
          Map.entry("2324-2^LN", liver("2324-2")),
          Map.entry("6768-6^LN", liver("6768-6")),
          Map.entry("14631-6^LN", liver("14631-6")),
          Map.entry("1975-2^LN", liver("1975-2")));

  private final Templates templates;
  private final List<String> mistakes = new ArrayList<>();

  private FeedFile(Templates templates) {
    this.templates = templates;
  }

  /** A configuration that cannot be used. */
  public static final class Mistaken extends Exception {
    private static final long serialVersionUID = 1;
    private final List<String> mistakes;

    Mistaken(List<String> mistakes) {
      super("The configuration has " + mistakes.size() + " mistakes.");
      this.mistakes = List.copyOf(mistakes);
    }

    /** Each in a sentence that begins with its path. */
    public List<String> mistakes() {
      return mistakes;
    }
  }

  /**
   * Reads a file.
   *
   * @throws Mistaken where anything is wrong with it
   * @throws IOException where it cannot be read
   */
  public static Feed read(Path file, Templates templates) throws Mistaken, IOException {
    JsonNode root;
    try {
      root = YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new Mistaken(
          List.of(
              "The configuration is no YAML, or says something twice, at line "
                  + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                  + '.'));
    }
    FeedFile reader = new FeedFile(templates);
    Feed feed = reader.feed(new Part(root, "", reader.mistakes, NAMES));
    if (!reader.mistakes.isEmpty()) {
      throw new Mistaken(reader.mistakes);
    }
    return feed;
  }

  private Feed feed(Part root) {
    Part ignored = root.part("ignored", Set.of("observations", "messages"));
    return new Feed(
        root.text("clinic", CLINIC, "the identifier that the registry gave the clinic"),
        root.text("namespace", NAMESPACE, "an absolute URI of the clinic, no slash at its end"),
        zone(root),
        charset(root),
        processing(root),
        senders(root),
        patient(root),
        field(root, "course", COURSE, "PV1-50"),
        root.truth("observed"),
        timing(root.part("timing", Set.of("at", "codes"))),
        codes(root, "substances", "administration", "substance", Map.of()),
        codes(root, "routes", "administration", "route", ROUTES),
        codes(root, "stop-reasons", "administration", "stop-reason", Map.of()),
        observations(root),
        ignored.texts("observations"),
        ignored.texts("messages"));
  }

  private static ZoneId zone(Part root) {
    try {
      return ZoneId.of(root.text("zone", ANYTHING, "a time zone, such as Europe/London"));
    } catch (DateTimeException e) {
      root.mistake("zone", "has to be a time zone, such as Europe/London");
      return ZoneOffset.UTC;
    }
  }

  private static Charset charset(Part root) {
    String name = root.text("charset");
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    return Charsets.of(name)
        .orElseGet(
            () -> {
              root.mistake("charset", "has to be one of: " + String.join(", ", Charsets.NAMES));
              return StandardCharsets.UTF_8;
            });
  }

  private static String processing(Part root) {
    return root.has("processing")
        ? root.text("processing", Pattern.compile("[PTD]"), "P, T or D, as in MSH-11")
        : "P";
  }

  private static Set<Sender> senders(Part root) {
    Set<Sender> senders =
        new LinkedHashSet<>(
            root.each(
                "senders",
                Set.of("application", "facility"),
                one ->
                    new Sender(
                        one.text("application", ANYTHING, "MSH-3 of its messages"),
                        one.text("facility", ANYTHING, "MSH-4 of its messages"))));
    if (senders.isEmpty()) {
      root.mistake("senders", "has to list at least one sender");
    }
    return senders;
  }

  private static PatientNumber patient(Part root) {
    Part part = root.part("patient", Set.of("type", "authority"));
    return new PatientNumber(
        part.text("type", ANYTHING, "the type in PID-3.5 of the clinic's number, such as MR"),
        part.text("authority"));
  }

  private static Field field(Part part, String name, Pattern form, String usual) {
    String text = part.has(name) ? part.text(name, form, "a field, such as " + usual) : usual;
    Matcher parts = form.matcher(text);
    return parts.matches()
        ? new Field(parts.group(1), Integer.parseInt(parts.group(2)))
        : new Field("", 0);
  }

  private Timing timing(Part part) {
    return new Timing(
        field(part, "at", TIMED, "OBX-4"),
        codes(part, "codes", "blood-pressure", "timing", Map.of()));
  }

  private Map<String, String> codes(
      Part part, String name, String kind, String field, Map<String, String> known) {
    Map<String, String> all = new LinkedHashMap<>(known);
    all.putAll(part.map(name, one -> one.oneOf(allowed(kind, field))));
    return all;
  }

  private Map<String, Observed> observations(Part root) {
    Map<String, Observed> all = new LinkedHashMap<>(OBSERVATIONS);
    all.putAll(
        root.map(
            "observations",
            one -> observed(one.part(Set.of("is", "instrument", "recall-days", "test")))));
    return all;
  }

  private Observed observed(Part part) {
    String is = part.text("is", ANYTHING, kinds());
    Kind kind =
        Arrays.stream(Kind.values()).filter(one -> one.text().equals(is)).findFirst().orElse(null);
    if (kind == null) {
      part.mistake("is", "has to be " + kinds());
      return Observed.of(Kind.BODY_WEIGHT);
    }
    for (String name : List.of("instrument", "recall-days")) {
      if (kind != Kind.DEPRESSION_SCORE && part.has(name)) {
        part.mistake(name, "is said of a depression-score alone");
      }
    }
    if (kind != Kind.LIVER_FUNCTION && part.has("test")) {
      part.mistake("test", "is said of liver-function alone");
    }
    return switch (kind) {
      case DEPRESSION_SCORE ->
          new Observed(
              kind,
              code(part, "instrument", "depression-score"),
              part.text("recall-days", DAYS, "how many days its questions are about"));
      case LIVER_FUNCTION -> new Observed(kind, code(part, "test", "liver-function"), null);
      default -> Observed.of(kind);
    };
  }

  private String code(Part part, String name, String kind) {
    String wanted = "one of: " + String.join(", ", allowed(kind, name));
    String code = part.text(name, ANYTHING, wanted);
    if (!code.isEmpty() && !allowed(kind, name).contains(code)) {
      part.mistake(name, "has to be " + wanted);
    }
    return code;
  }

  private static Observed liver(String test) {
    return new Observed(Kind.LIVER_FUNCTION, test, null);
  }

  private static String kinds() {
    return "one of: "
        + Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.joining(", "));
  }

  private Set<String> allowed(String kind, String field) {
    Template template = templates.of(kind).orElseThrow();
    return Objects.requireNonNull(template.fields().get(field)).codes().keySet();
  }
}
