package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The CQL of the guide translates against FHIR 4.0.1, without an error, a warning or a message. */
class CqlTranslationTest {
  static List<String> libraries() {
    return CqlFolder.libraries();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryTranslates(String library) {
    CqlTranslator translator = CqlTranslator.fromText(CqlFolder.text(library), CqlFolder.manager());
    assertThat(translator.getExceptions()).extracting(CqlCompilerException::getMessage).isEmpty();
    assertThat(translator.toELM().getIdentifier().getId()).isEqualTo(library);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aMistakeIsSeen(String library) {
    String broken =
        CqlFolder.text(library) + "\ndefine \"Broken\": [Encounter] Visit where Visit.colour = 1\n";
    assertThat(CqlTranslator.fromText(broken, CqlFolder.manager()).getErrors()).isNotEmpty();
  }
}
