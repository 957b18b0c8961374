package org.ketamineregistry.ehr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The record system of a clinic that nobody has used before. It sends the guide's examples with its
 * own name, and of a patient and a day's records that are its own too.
 */
public final class Ehr {
  private static final int MOST = 20_000;
  private static final AtomicInteger LAST = new AtomicInteger(1_000);
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final String SID = "https://ketamine-registry.example/fhir/sid/";
  private static final Pattern REFERENCE =
      Pattern.compile("\"reference\"\\s*:\\s*\"([A-Z][A-Za-z]+)/([a-z0-9-]+)\"");

  private final String clinic;
  private final int number;

  private Ehr(String clinic, int number) {
    this.clinic = clinic;
    this.number = number;
  }

  public static Ehr fresh() {
    int number = LAST.incrementAndGet();
    return new Ehr("GB-" + number, number);
  }

  /** The same clinic with another patient, and with records that are not yet known. */
  public Ehr nextPatient() {
    return new Ehr(clinic, LAST.incrementAndGet());
  }

  /** The clinic's identifier as a token of a search. */
  public String clinicToken() {
    return SID + "clinic|" + clinic;
  }

  public String clinicUrl() {
    return "Organization?identifier=" + clinicToken();
  }

  public String clinicPseudonym() {
    return "pseudonym-" + number;
  }

  public String registryPseudonym() {
    return sha256("person " + number);
  }

  public String patientToken() {
    return SID + "clinic-pseudonym|" + clinicPseudonym();
  }

  public String patientUrl() {
    return "Patient?identifier=" + patientToken();
  }

  /** The base of the identifier systems of this clinic's record system. */
  public String system() {
    return "https://ehr-" + number + ".example/sid/";
  }

  public Draft registration() {
    return bundle("registration-gb-0001");
  }

  /** A new patient, with treatment course and both consents. */
  public Draft consultation() {
    return bundle("submission-first-consultation");
  }

  /** A session of the patient of {@link #consultation}. */
  public Draft session() {
    return bundle("submission-session");
  }

  /**
   * One of the guide's submissions.
   *
   * @param name without the type, for example {@code submission-session}
   */
  public Draft bundle(String name) {
    return Draft.of(read("Bundle-" + name));
  }

  /** A resource of the session, by the order of the session's entries of that type. */
  public Draft ofSession(String type) {
    Draft session = session();
    return session.at("/entry/" + session.indexOf(type) + "/resource");
  }

  /**
   * A single example; its references go by identifier.
   *
   * @param name the file's name without suffix, for example {@code Patient-patient-gb-1}
   */
  public Draft example(String name) {
    return Draft.of(read(name)).without("/id");
  }

  /**
   * A transaction of examples and of all that they refer to, save the clinic, which is registered
   * apart. Each goes by its identifier and may be on record already.
   *
   * @param names as of {@link #example}
   */
  public Draft transaction(String... names) {
    Map<String, String> fullUrls = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(names));
    while (!open.isEmpty()) {
      String name = open.remove();
      boolean isNew =
          !name.startsWith("Organization-")
              && fullUrls.putIfAbsent(name, "urn:uuid:" + UUID.randomUUID()) == null;
      if (isNew) {
        REFERENCE
            .matcher(file(name))
            .results()
            .forEach(found -> open.add(found.group(1) + "-" + found.group(2)));
      }
    }
    return Draft.bundle(
        "transaction",
        fullUrls.keySet().stream().map(name -> entry(name, fullUrls)).toArray(Draft[]::new));
  }

  private Draft entry(String name, Map<String, String> fullUrls) {
    int hyphen = name.indexOf('-');
    Draft resource = Draft.of(referring(own(file(name)), fullUrls)).without("/id");
    return Draft.entry(resource, "PUT", url(name.substring(0, hyphen), name.substring(hyphen + 1)))
        .withText("/fullUrl", String.valueOf(fullUrls.get(name)));
  }

  private String read(String name) {
    return referring(own(file(name)), Map.of());
  }

  /** The example's identifiers become this clinic's own. */
  private String own(String text) {
    return text.replace("ehr.riverside.example", "ehr-" + number + ".example")
        .replace("riverside-000123", clinicPseudonym())
        .replace(
            "6ff133e8855c2735d139322dc4c2159058a4259af2ade4330db5a3f0a0597482", registryPseudonym())
        .replace("GB-0001", clinic);
  }

  /** References to examples go by the entry where there is one, else by the identifier. */
  private String referring(String text, Map<String, String> fullUrls) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              String entry = fullUrls.get(found.group(1) + "-" + found.group(2));
              String target = entry == null ? url(found.group(1), found.group(2)) : entry;
              return Matcher.quoteReplacement("\"reference\": \"" + target + "\"");
            });
  }

  private String url(String type, String id) {
    JsonNode resource = Draft.of(own(file(type + "-" + id))).node();
    JsonNode identifier =
        type.equals("Provenance")
            ? resource.at("/extension/0/valueIdentifier")
            : resource.at("/identifier");
    JsonNode last = identifier.isArray() ? identifier.get(identifier.size() - 1) : identifier;
    return type + "?identifier=" + last.path("system").asText() + "|" + last.path("value").asText();
  }

  public static String file(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The registry pseudonyms of all patients of a run of tests. */
  public static Set<String> everyRegistryPseudonym() {
    return IntStream.range(1_000, MOST)
        .mapToObj(number -> sha256("person " + number))
        .collect(Collectors.toSet());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
