package org.ketamineregistry.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.validate.Desk;

/** What the templates make is what the guide's profiles allow. */
class TemplatesTest {
  private static final String DAY = "2026-03-02";

  /** A value for every field of every kind. */
  private static final Map<String, Map<String, String>> EVERYTHING = everything();

  private static Map<String, Map<String, String>> everything() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    all.put("patient", values("sex=female born=1979-02-14 died=2026-11-01"));
    all.put(
        "sharing-consent",
        values(
            "patient=P decided=2026-02-01 withdrawn=2026-06-01T09:00 status=inactive"
                + " capacity=has-capacity capacity-assessed=2026-02-01 national-registry=permit"
                + " network-aggregate=permit record-level-sharing=deny"));
    all.put(
        "treatment-consent",
        values(
            "patient=P decided=2026-02-01 decision=permit consultation=2026-01-20"
                + " capacity=has-capacity capacity-assessed=2026-02-01 freely-given=true"
                + " written=true options-discussed=true advocate=declined"));
    all.put(
        "course",
        values(
            "patient=P status=finished started=2026-03-02 ended=2026-05-02"
                + " indication=treatment-resistant-depression failed-treatments=3 funding=public"
                + " incentive-offered=false end-reason=goal-reached"));
    all.put(
        "session",
        values(
            "patient=P course=C number=1 status=finished setting=AMB started=2026-03-02T09:00"
                + " ended=2026-03-02T11:30 fit-to-leave=2026-03-02T11:15"));
    all.put(
        "administration",
        values(
            "patient=P session=S status=stopped stop-reason=patient-request observed=true"
                + " substance=racemic-ketamine route=intravenous-route dose=35.5 rate=53.25"
                + " started=2026-03-02T09:20 ended=2026-03-02T10:00"));
    all.put(
        "blood-pressure",
        values(
            "patient=P session=S timing=before measured=2026-03-02T09:10 systolic=128"
                + " diastolic=82"));
    all.put(
        "body-weight",
        values("patient=P session=S timing=before measured=2026-03-02T09:05 weight=71.5"));
    all.put(
        "heart-rate",
        values("patient=P session=S timing=before measured=2026-03-02T09:10 rate=72"));
    all.put(
        "oxygen-saturation",
        values("patient=P session=S timing=during measured=2026-03-02T09:40 saturation=97.5"));
    all.put(
        "depression-score",
        values(
            "patient=P session=S instrument=madrs-total measured=2026-03-02T09:00 total=34"
                + " recall-days=7"));
    all.put(
        "liver-function",
        values(
            "patient=P test=1742-6 measured=2026-03-02T08:30 result=38 unit=U/L upper-limit=45"));
    all.put(
        "adverse-event",
        values(
            "patient=P session=S administration=A effect=dissociation began=2026-03-02T09:30"
                + " detected=2026-03-02T09:35 recorded=2026-03-02T12:00 resolved=2026-03-02T10:30"
                + " seriousness=serious criterion=other-medically-important-condition"
                + " grade=grade-3-severe-adverse-event outcome=resolved causality=related"
                + " reporter=physician"));
    all.put(
        "supply",
        values(
            "patient=P session=S substance=racemic-ketamine route=oral-route quantity=400 dose=100"
                + " days=4 handed-over=2026-03-02T11:30"));
    return all;
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split(" ")) {
      values.put(pair.split("=")[0], pair.split("=")[1]);
    }
    return values;
  }

  static Stream<String> kinds() {
    return GuideTemplates.read().all().stream().map(Template::kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyFieldIsTried(String kind) {
    assertThat(Objects.requireNonNull(EVERYTHING.get(kind)).keySet())
        .isEqualTo(template(kind).fields().keySet());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isValidInAllFields(String kind) {
    Draft draft = draft();
    add(draft, kind, true);
    assertThat(draft.faults()).isEmpty();
    assertThat(Desk.problems(draft.bundle().toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothingIsLeftOfATemplatesOwnSigns(String kind) {
    for (boolean all : new boolean[] {true, false}) {
      Draft draft = draft();
      add(draft, kind, all);
      assertThat(draft.bundle().toString()).doesNotContain("${").doesNotContain("$if");
    }
  }

  @Test
  void allKindsGoTogether() {
    Draft draft = draft();
    kinds().forEach(kind -> add(draft, kind, true));
    assertThat(draft.faults()).isEmpty();
    assertThat(Desk.problems(draft.bundle().toString())).isEmpty();
    for (JsonNode entry : draft.bundle().path("entry")) {
      assertThat(entry.at("/resource/subject/reference").asText("urn:uuid:"))
          .as("what stands in the same bundle is meant by its entry")
          .startsWith("urn:uuid:");
    }
  }

  /** What a registry would have to look through for names does not exist. */
  @ParameterizedTest
  @MethodSource("kinds")
  void takeNoWords(String kind) {
    for (Field field : template(kind).fields().values()) {
      if (field.type() != FieldType.RECORD) {
        for (String words : List.of("Zzyzxa Quillfeather", "943-476-5919", "+44 20 7946 0958")) {
          assertThat(field.takes(words)).as(field.name() + " takes: " + words).isFalse();
        }
      }
    }
  }

  @Test
  void theYearOfBirthAloneLeaves() {
    Draft draft = draft();
    add(draft, "patient", true);
    assertThat(draft.bundle().at("/entry/0/resource/birthDate").asText()).isEqualTo("1979");
    assertThat(draft.bundle().toString()).doesNotContain("02-14");
  }

  @Test
  void oneKeyIsOneRecordOfEachKind() {
    Draft draft = draft();
    add(draft, "session", true);
    add(draft, "administration", true);
    JsonNode entries = draft.bundle().path("entry");
    assertThat(entries.at("/0/resource/identifier/0/value").asText())
        .isNotEqualTo(entries.at("/1/resource/identifier/0/value").asText());
  }

  private static Draft draft() {
    return new Draft(Clinics.riverside(), GuideTemplates.read());
  }

  private static void add(Draft draft, String kind, boolean all) {
    Map<String, Given> given = new LinkedHashMap<>();
    Objects.requireNonNull(EVERYTHING.get(kind))
        .forEach(
            (name, value) -> {
              Field field = Objects.requireNonNull(template(kind).fields().get(name));
              if (all || field.required()) {
                given.put(name, new Given(key(name, value), name));
              }
            });
    draft.add(kind, new Given(key(kind, "x"), "key"), given);
  }

  /** Records of this test mean one another. */
  private static String key(String name, String otherwise) {
    return switch (name) {
      case "patient", "course", "session", "administration" -> name + " of " + DAY;
      default -> otherwise;
    };
  }

  private static Template template(String kind) {
    return GuideTemplates.read().of(kind).orElseThrow();
  }
}
