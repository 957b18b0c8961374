package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.forms.FormDefinitions.Value;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The forms are valid, ask what the profiles require, and their answers become valid records. */
class FormsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final String MIN = "http://hl7.org/fhir/StructureDefinition/minValue";
  private static final String MAX = "http://hl7.org/fhir/StructureDefinition/maxValue";

  static List<Questionnaire> forms() {
    return GuideDefinitions.get().guide().of(Questionnaire.class);
  }

  static List<String> responses() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("QuestionnaireResponse-"))
          .sorted()
          .toList();
    }
  }

  private static String read(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QuestionnaireResponse response(String name) {
    return FHIR.newJsonParser().parseResource(QuestionnaireResponse.class, read(name));
  }

  private static Questionnaire formOf(QuestionnaireResponse response) {
    return forms().stream()
        .filter(form -> form.getUrl().equals(response.getQuestionnaire()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void areFour() throws IOException {
    assertThat(forms())
        .extracting(Questionnaire::getIdPart)
        .containsExactlyInAnyOrder(
            "session-monitoring", "follow-up", "treatment-consent", "adverse-event");
    assertThat(responses().stream().map(FormsTest::response).map(FormsTest::formOf))
        .extracting(Questionnaire::getIdPart)
        .containsAll(forms().stream().map(Questionnaire::getIdPart).toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areValid(Questionnaire form) {
    assertThat(FormCheck.errors(FHIR.newJsonParser().encodeResourceToString(form))).isEmpty();
    assertThat(form.getPurpose()).matches("[RS]\\d+(, [RS]\\d+)*: .+");
  }

  @Nested
  class Responses {
    static List<String> names() throws IOException {
      return responses();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areValid(String name) {
      assertThat(FormCheck.errors(read(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '>',
        quoteCharacter = '`',
        value = {
          "session-gb-3 > \"valueDecimal\": 21.5 > \"valueString\": \"21.5\"",
          "session-gb-3 > \"code\": \"adverse-effect\" > \"code\": \"boredom\"",
          "session-gb-3 > \"administration.stop-reason\" > \"administration.stopped-because\"",
          "session-gb-3 > \"session.setting\" > \"session.number\"",
          "session-gb-3 > \"valueInteger\": 31 > \"valueInteger\": 77",
          "follow-up-gb-1 > \"code\": \"44261-6\" > \"code\": \"madrs-total\"",
          "adverse-event-gb-1 > \"code\": \"resolved\" > \"code\": \"ongoing\"",
          "adverse-event-gb-1 > \"code\": \"Serious\" > \"code\": \"Non-serious\""
        })
    void thatAreWrongAreTold(String name, String right, String wrong) {
      String text = read("QuestionnaireResponse-response-" + name + ".json");
      assertThat(text).contains(right);
      assertThat(FormCheck.errors(text.replace(right, wrong))).isNotEmpty();
    }
  }

  // ---- definitions -------------------------------------------------------------------------

  /** An item in its place: with the profiles that are being extracted around it. */
  private record Placed(QuestionnaireItemComponent item, List<String> extracting, boolean sure) {}

  private static List<Placed> placed(Questionnaire form) {
    var all = new ArrayList<Placed>();
    place(form.getItem(), List.of(), true, all);
    return all;
  }

  private static void place(
      List<QuestionnaireItemComponent> items, List<String> around, boolean sure, List<Placed> all) {
    for (QuestionnaireItemComponent item : items) {
      var extracting = new ArrayList<>(around);
      var extract = FormDefinitions.extract(item);
      extract.ifPresent(one -> extracting.add(one.profile()));
      // Where an item is extracted it was answered; what is asked of it is asked then.
      boolean here = extract.isPresent() || (sure && item.getRequired() && !item.hasEnableWhen());
      all.add(new Placed(item, extracting, here));
      place(item.getItem(), extracting, here, all);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void leadToElementsOfAFittingType(Questionnaire form) {
    assertThat(placed(form))
        .allSatisfy(
            placed -> {
              QuestionnaireItemComponent item = placed.item();
              if (item.hasDefinition()) {
                ElementPath path = ElementPath.of(item.getDefinition());
                assertThat(placed.extracting()).contains(path.profile());
                String answer = FormDefinitions.answerType(item);
                if (answer == null) {
                  assertThat(path.last().types()).containsAnyOf("BackboneElement", "Extension");
                } else {
                  assertThat(
                          Casting.target(
                              answer, FormDefinitions.unit(item).isPresent(), path.last().types()))
                      .as(item.getLinkId())
                      .isPresent();
                }
              }
              for (Value value : FormDefinitions.values(item)) {
                ElementPath path = ElementPath.of(value.definition());
                assertThat(placed.extracting()).contains(path.profile());
                Type fixed = value.fixed();
                if (fixed != null) {
                  assertThat(Casting.target(fixed.fhirType(), false, path.last().types()))
                      .as(value.definition())
                      .isPresent();
                }
              }
            });
  }

  /** A required element is answered for sure, set, derived, or fixed by the profile. */
  @ParameterizedTest
  @MethodSource("forms")
  void coverWhatTheProfilesRequire(Questionnaire form) {
    Map<QuestionnaireItemComponent, Set<String>> covered = new LinkedHashMap<>();
    List<Placed> all = placed(form);
    for (Placed extracted : all) {
      FormDefinitions.extract(extracted.item())
          .ifPresent(
              extract ->
                  covered.put(extracted.item(), certain(extracted.item(), extract.profile())));
    }
    assertThat(covered).isNotEmpty();
    covered.forEach(
        (item, ids) -> {
          String profile = FormDefinitions.extract(item).orElseThrow().profile();
          assertThat(required(profile).filter(id -> !isCovered(id, ids)))
              .as(item.getLinkId() + " becomes " + profile)
              .isEmpty();
        });
  }

  /** The elements that an item which is extracted sets in any case. */
  private static Set<String> certain(QuestionnaireItemComponent extracted, String profile) {
    var all = new ArrayList<Placed>();
    place(List.of(extracted), List.of(), true, all);
    var ids = new HashSet<String>();
    for (Placed placed : all) {
      if (placed.sure()) {
        Stream.concat(
                Optional.ofNullable(placed.item().getDefinition()).stream(),
                FormDefinitions.values(placed.item()).stream().map(Value::definition))
            .map(ElementPath::of)
            .filter(path -> path.profile().equals(profile))
            .forEach(path -> ids.add(path.id()));
      }
    }
    return ids;
  }

  /** Elements without which no resource of the profile is valid, and that it does not fix. */
  private static Stream<String> required(String profile) {
    List<JsonNode> elements = ElementPath.elements(profile);
    List<String> ids = elements.stream().map(element -> element.path("id").asText()).toList();
    // Below these nothing has to be: they may be missing, are fixed, or are told by their slices.
    Set<String> closed = new HashSet<>();
    Set<String> fixed = new HashSet<>();
    for (JsonNode element : elements) {
      String id = element.path("id").asText();
      if (Stream.of(names(element)).anyMatch(name -> name.matches("(fixed|pattern)[A-Z].*"))) {
        fixed.add(id);
        closed.add(id);
      } else if (id.contains(".") && element.path("min").asInt() == 0) {
        closed.add(id);
      }
    }
    Set<String> sliced =
        ids.stream()
            .filter(id -> ids.stream().anyMatch(other -> other.startsWith(id + ":")))
            .collect(Collectors.toSet());
    return ids.stream()
        .filter(id -> id.contains("."))
        .filter(id -> closed.stream().noneMatch(up -> id.equals(up) || id.startsWith(up + ".")))
        .filter(id -> sliced.stream().noneMatch(up -> id.startsWith(up + ".")))
        .filter(
            id ->
                fixed.stream()
                    .noneMatch(down -> down.startsWith(id + ".") || down.startsWith(id + ":")));
  }

  private static String[] names(JsonNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names.toArray(String[]::new);
  }

  private static boolean isCovered(String id, Set<String> ids) {
    return ids.stream()
        .anyMatch(
            set ->
                set.equals(id)
                    || set.startsWith(id + ".")
                    || set.startsWith(id + ":")
                    || id.startsWith(set + ".")
                    || id.startsWith(set.replaceFirst(":[A-Za-z]+$", "") + ".")
                    || id.equals(set.replaceFirst(":[A-Za-z]+$", "")));
  }

  /**
   * A total is asked within the range of its instrument, for the days that it usually asks about.
   */
  @Test
  void askTotalsWithinTheRangeOfTheInstrument() {
    CodeSystem instruments =
        GuideDefinitions.get().guide().of(CodeSystem.class).stream()
            .filter(one -> one.getIdPart().equals("instrument-cs"))
            .findFirst()
            .orElseThrow();
    Map<String, CodeSystem.ConceptDefinitionComponent> concepts =
        instruments.getConcept().stream()
            .collect(Collectors.toMap(concept -> concept.getCode(), concept -> concept));
    var checked = new HashSet<String>();
    for (Questionnaire form : forms()) {
      for (Placed placed : placed(form)) {
        for (Value value : FormDefinitions.values(placed.item())) {
          if (value.fixed() instanceof CodeableConcept concept
              && concepts.containsKey(concept.getCodingFirstRep().getCode())) {
            String code = concept.getCodingFirstRep().getCode();
            var properties =
                concepts.get(code).getProperty().stream()
                    .filter(property -> property.getValue() instanceof IntegerType)
                    .collect(
                        Collectors.toMap(
                            property -> property.getCode(),
                            property -> property.getValueIntegerType().getValue()));
            List<QuestionnaireItemComponent> parts = placed.item().getItem();
            assertThat(bound(parts.get(0), MIN)).as(code).isEqualTo(properties.get("minimum"));
            assertThat(bound(parts.get(0), MAX)).as(code).isEqualTo(properties.get("maximum"));
            assertThat(parts.get(1).getInitialFirstRep().getValueIntegerType().getValue())
                .as(code)
                .isEqualTo(properties.get("recall-days"));
            checked.add(code);
          }
        }
      }
    }
    assertThat(checked).contains("madrs-total", "ham-d17-total", "ham-a-total", "icsi-total");
  }

  private static Integer bound(QuestionnaireItemComponent item, String url) {
    return ((IntegerType) item.getExtensionByUrl(url).getValue()).getValue();
  }

  // ---- extraction --------------------------------------------------------------------------

  private static List<JsonNode> extracted(String name) throws IOException {
    QuestionnaireResponse response = response(name);
    var entries = new ArrayList<JsonNode>();
    JSON.readTree(DefinitionExtraction.extract(formOf(response), response))
        .at("/entry")
        .forEach(entries::add);
    return entries;
  }

  @Nested
  class Answers {
    static List<String> names() throws IOException {
      return responses();
    }

    @ParameterizedTest
    @MethodSource("names")
    void becomeRecordsThatMeetTheirProfiles(String name) throws IOException {
      List<JsonNode> entries = extracted(name);
      assertThat(entries).isNotEmpty();
      for (JsonNode entry : entries) {
        JsonNode resource = entry.path("resource");
        assertThat(resource.at("/meta/profile/0").asText()).startsWith(Canonical.BASE);
        assertThat(FormCheck.errors(resource.toString())).as(resource.toString()).isEmpty();
        assertThat(entry.at("/request/ifNoneExist").asText())
            .isEqualTo(
                "identifier="
                    + first(resource.path("identifier")).path("system").asText()
                    + "|"
                    + first(resource.path("identifier")).path("value").asText());
      }
    }

    @Test
    void ofASessionBecomeTheSessionAndAllThatWasMeasured() throws IOException {
      List<JsonNode> entries = extracted("QuestionnaireResponse-response-session-gb-3.json");
      assertThat(entries)
          .extracting(
              entry -> entry.at("/resource/meta/profile/0").asText().replaceFirst(".*/", ""))
          .containsExactly(
              "ketamine-session",
              "ketamine-medication-administration",
              "ketamine-blood-pressure",
              "ketamine-heart-rate",
              "ketamine-oxygen-saturation",
              "ketamine-body-weight",
              "ketamine-blood-pressure",
              "ketamine-heart-rate",
              "ketamine-oxygen-saturation",
              "ketamine-sedation-score",
              "ketamine-dissociation-score",
              "ketamine-psychotomimetic-score",
              "ketamine-blood-pressure",
              "ketamine-sedation-score",
              "ketamine-dissociation-score");
      String session = entries.get(0).path("fullUrl").asText();
      assertThat(entries.subList(2, entries.size()))
          .allSatisfy(
              entry ->
                  assertThat(entry.at("/resource/encounter/reference").asText())
                      .isEqualTo(session));
      JsonNode given = entries.get(1).path("resource");
      assertThat(given.path("status").asText()).isEqualTo("stopped");
      assertThat(given.at("/context/reference").asText()).isEqualTo(session);
      assertThat(given.at("/dosage/dose").toString())
          .isEqualTo(
              "{\"value\":21.5,\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}");
      JsonNode pressure = entries.get(6).path("resource");
      assertThat(pressure.path("effectiveDateTime").asText())
          .isEqualTo("2026-09-21T10:10:00+01:00");
      assertThat(pressure.at("/extension/0/valueCode").asText()).isEqualTo("during");
      assertThat(pressure.path("component"))
          .extracting(component -> component.at("/valueQuantity/value").asInt())
          .containsExactly(168, 101);
    }

    @Test
    void thatRepeatBecomeElementsThatRepeat() throws IOException {
      JsonNode event =
          extracted("QuestionnaireResponse-response-adverse-event-gb-1.json")
              .get(0)
              .path("resource");
      assertThat(event.path("extension"))
          .filteredOn(one -> one.path("url").asText().endsWith("/seriousness-criterion"))
          .extracting(one -> one.at("/valueCodeableConcept/coding/0/code").asText())
          .containsExactly("C83052", "C82521");
      assertThat(event.path("suspectEntity")).hasSize(1);
      JsonNode misuse =
          extracted("QuestionnaireResponse-response-follow-up-gb-1.json").stream()
              .map(entry -> entry.path("resource"))
              .filter(one -> one.at("/code/coding/0/code").asText().equals("misuse-assessment"))
              .findFirst()
              .orElseThrow();
      assertThat(misuse.path("component"))
          .extracting(one -> one.at("/valueCodeableConcept/coding/0/code").asText())
          .containsExactly("more-than-agreed", "early-request");
    }

    @Test
    void ofAConsentNameTheSheetOnlyWhereItWasReceived() throws IOException {
      String name = "QuestionnaireResponse-response-treatment-consent-gb-1.json";
      QuestionnaireResponse response = response(name);
      assertThat(sheet(response)).endsWith("/Library/patient-information-sheet|1.0.0");
      response
          .getItem()
          .get(0)
          .getItem()
          .get(1)
          .getItem()
          .removeIf(item -> item.getLinkId().equals("information.sheet"));
      assertThat(sheet(response)).isEmpty();
    }

    private static String sheet(QuestionnaireResponse response) throws IOException {
      JsonNode consent =
          JSON.readTree(DefinitionExtraction.extract(formOf(response), response))
              .at("/entry/0/resource");
      for (JsonNode extension : consent.path("extension")) {
        if (extension.path("url").asText().endsWith("/information-sheet")) {
          return extension.path("valueCanonical").asText();
        }
      }
      return "";
    }

    private static JsonNode first(JsonNode identifier) {
      return identifier.isArray() ? identifier.get(0) : identifier;
    }
  }
}
