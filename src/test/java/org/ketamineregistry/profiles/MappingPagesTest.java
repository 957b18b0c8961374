package org.ketamineregistry.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on mappings say what the mappings of the profiles say, of elements that exist. */
class MappingPagesTest {
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|[^|]*\\|([^|]*)\\|[^|]*\\|");
  private static final Pattern ELEMENT =
      Pattern.compile("\\[`([a-z0-9-]+)`]\\(StructureDefinition-([a-z0-9-]+)\\.html\\) `([^`]+)`");

  private final Map<String, StructureDefinition> profiles =
      GuideDefinitions.get().guide().of(StructureDefinition.class).stream()
          .collect(
              Collectors.toMap(profile -> profile.getIdElement().getIdPart(), profile -> profile));

  record Mapped(String field, String profile, String element) implements Comparable<Mapped> {
    @Override
    public int compareTo(Mapped other) {
      return toString().compareTo(other.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mapping-e2b.md, e2b-r3",
    "mapping-rems.md, esketamine-rems",
    "mapping-research.md, ae-research-backport"
  })
  void aPageSaysWhatTheProfilesSay(String page, String mapping) throws IOException {
    Set<Mapped> onPage = onPage(page);
    assertThat(onPage).isNotEmpty().allSatisfy(this::exists);
    assertThat(onPage).containsExactlyElementsOf(inProfiles(mapping));
  }

  private void exists(Mapped mapped) {
    StructureDefinition profile = Objects.requireNonNull(profiles.get(mapped.profile()));
    assertThat(profile.getSnapshot().getElement())
        .extracting(ElementDefinition::getId)
        .contains(profile.getType() + "." + mapped.element());
  }

  private static Set<Mapped> onPage(String page) throws IOException {
    Path file = Path.of("implementation-guide/input/pagecontent", page);
    return Files.readAllLines(file).stream()
        .flatMap(line -> ROW.matcher(line).results())
        .flatMap(
            row ->
                ELEMENT
                    .matcher(row.group(2))
                    .results()
                    .map(element -> mapped(row.group(1), element)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Mapped mapped(String field, MatchResult element) {
    assertThat(element.group(2)).as("the link of " + field).isEqualTo(element.group(1));
    return new Mapped(field, element.group(1), element.group(3));
  }

  private Set<Mapped> inProfiles(String mapping) {
    return profiles.values().stream()
        .flatMap(profile -> inProfile(profile, mapping))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Mapped> inProfile(StructureDefinition profile, String mapping) {
    List<ElementDefinition> elements = profile.getDifferential().getElement();
    return elements.stream()
        .flatMap(
            element ->
                element.getMapping().stream()
                    .filter(mapped -> mapped.getIdentity().equals(mapping))
                    .map(
                        mapped ->
                            new Mapped(
                                mapped.getMap(),
                                profile.getIdElement().getIdPart(),
                                element.getId().substring(profile.getType().length() + 1))));
  }
}
