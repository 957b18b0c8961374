package org.ketamineregistry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.forms.FormDefinitions.Value;
import org.ketamineregistry.forms.Forms.Placed;

/** Each form asks for what the profiles have, and for all that they require. */
class FormDefinitionsTest {
  static List<Questionnaire> forms() {
    return Forms.all();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void leadToElementsOfAFittingType(Questionnaire form) {
    List<Placed> items = Forms.placed(form.getItem());
    assertThat(items).anyMatch(placed -> placed.item().hasDefinition());
    for (Placed placed : items) {
      if (placed.item().hasDefinition()) {
        ElementPath path = Forms.ELEMENTS.path(placed.item().getDefinition());
        assertThat(placed.extracting()).as(path.id()).contains(path.profile());
        assertThat(fits(placed.item(), path)).as(path.id()).isTrue();
      }
      for (Value value : FormDefinitions.values(placed.item())) {
        ElementPath path = Forms.ELEMENTS.path(value.definition());
        Type fixed = value.fixed();
        assertThat(placed.extracting()).as(path.id()).contains(path.profile());
        assertThat(fixed == null || fits(fixed.fhirType(), false, path)).as(path.id()).isTrue();
      }
    }
  }

  private static boolean fits(QuestionnaireItemComponent item, ElementPath path) {
    String answer = FormDefinitions.answerType(item);
    return answer == null
        ? path.last().types().stream().anyMatch(List.of("BackboneElement", "Extension")::contains)
        : fits(answer, FormDefinitions.unit(item).isPresent(), path);
  }

  private static boolean fits(String answer, boolean unit, ElementPath path) {
    return Casting.target(answer, unit, path.last().types()).isPresent();
  }

  /** A required element is answered for sure, set, derived, or fixed by the profile. */
  @ParameterizedTest
  @MethodSource("forms")
  void coverWhatTheProfilesRequire(Questionnaire form) {
    List<Placed> extracted =
        Forms.placed(form.getItem()).stream()
            .filter(placed -> FormDefinitions.extract(placed.item()).isPresent())
            .toList();
    assertThat(extracted).isNotEmpty();
    for (Placed placed : extracted) {
      String profile = FormDefinitions.extract(placed.item()).orElseThrow().profile();
      assertThat(missing(placed.item(), profile))
          .as(placed.item().getLinkId() + " becomes " + profile)
          .isEmpty();
    }
  }

  @Test
  void missWhatIsNotAskedForSure() {
    Questionnaire form =
        forms().stream()
            .filter(one -> one.getIdPart().equals("adverse-event"))
            .findFirst()
            .orElseThrow()
            .copy();
    QuestionnaireItemComponent event = form.getItemFirstRep();
    event.getItem().stream()
        .filter(item -> item.getLinkId().equals("event.began"))
        .forEach(item -> item.setRequired(false));
    event.getItem().removeIf(item -> item.getLinkId().equals("outcome"));
    assertThat(missing(event, event.getItemFirstRep().getDefinition().replaceFirst("#.*", "")))
        .containsExactlyInAnyOrder("AdverseEvent.date", "AdverseEvent.outcome");
  }

  private static List<String> missing(QuestionnaireItemComponent extracted, String profile) {
    Set<String> covered = certain(extracted, profile);
    return required(profile).filter(id -> !isCovered(id, covered)).toList();
  }

  /** The elements that an item which is extracted sets in any case. */
  private static Set<String> certain(QuestionnaireItemComponent extracted, String profile) {
    var ids = new HashSet<String>();
    for (Placed placed : Forms.placed(List.of(extracted))) {
      if (placed.sure()) {
        Stream.concat(
                Optional.ofNullable(placed.item().getDefinition()).stream(),
                FormDefinitions.values(placed.item()).stream().map(Value::definition))
            .map(Forms.ELEMENTS::path)
            .filter(path -> path.profile().equals(profile))
            .forEach(path -> ids.add(path.id()));
      }
    }
    return ids;
  }

  /** Elements without which no resource of the profile is valid, and that it does not fix. */
  private static Stream<String> required(String profile) {
    List<JsonNode> elements = Forms.ELEMENTS.of(profile);
    List<String> ids = elements.stream().map(element -> element.path("id").asText()).toList();
    Set<String> fixed = new HashSet<>();
    Set<String> optional = new HashSet<>();
    for (JsonNode element : elements) {
      String id = element.path("id").asText();
      if (isFixed(element)) {
        fixed.add(id);
      } else if (element.path("min").asInt() == 0 && id.contains(".")) {
        optional.add(id);
      }
    }
    return ids.stream()
        .filter(id -> id.contains("."))
        .filter(id -> !isWithin(id, optional) && !isWithin(id, fixed))
        // Where an element is sliced, its slices tell what is required below it.
        .filter(id -> ids.stream().noneMatch(up -> isBelow(id, up) && isSliced(up, ids)))
        .filter(id -> fixed.stream().noneMatch(down -> isBelow(down, id)));
  }

  private static boolean isFixed(JsonNode element) {
    for (var names = element.fieldNames(); names.hasNext(); ) {
      if (names.next().matches("(fixed|pattern)[A-Z].*")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSliced(String id, List<String> ids) {
    return ids.stream().anyMatch(other -> other.startsWith(id + ":"));
  }

  private static boolean isWithin(String id, Set<String> ids) {
    return ids.stream().anyMatch(up -> id.equals(up) || id.startsWith(up + "."));
  }

  private static boolean isBelow(String id, String up) {
    return id.startsWith(up + ".") || id.startsWith(up + ":");
  }

  /** Set itself or by a part of it, or with the whole that it belongs to. */
  private static boolean isCovered(String id, Set<String> ids) {
    return ids.stream()
        .anyMatch(
            set -> {
              String whole = set.replaceFirst(":[A-Za-z]+$", "");
              return isBelow(set, id) || set.equals(id) || whole.equals(id) || isBelow(id, whole);
            });
  }
}
