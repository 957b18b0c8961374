package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {
  private static final Matrix SMALL =
      Matrix.of(
          """
          # A comment.
          @both = Patient, Consent

          submitting-clinic, clinician | read, search | @both, Task | own
          steward                      | read         | @both       | all
          public                       | search       | ValueSet    | any
          """);

  @Test
  void allowsWhatALineSays() {
    assertThat(SMALL.reach(Role.CLINICIAN, Operation.SEARCH, "Consent")).isEqualTo(Reach.OWN);
    assertThat(SMALL.reach(Role.SUBMITTING_CLINIC, Operation.READ, "Task")).isEqualTo(Reach.OWN);
    assertThat(SMALL.reach(Role.STEWARD, Operation.READ, "Patient")).isEqualTo(Reach.ALL);
    assertThat(SMALL.reach(Role.PUBLIC, Operation.SEARCH, "ValueSet")).isEqualTo(Reach.ANY);
    assertThat(SMALL.types()).containsExactly("Consent", "Patient", "Task", "ValueSet");
  }

  @Test
  void deniesWhatNoLineSays() {
    assertThat(SMALL.reach(Role.STEWARD, Operation.SEARCH, "Patient")).isEqualTo(Reach.NONE);
    assertThat(SMALL.reach(Role.STEWARD, Operation.READ, "Task")).isEqualTo(Reach.NONE);
    assertThat(SMALL.reach(Role.AUDITOR, Operation.READ, "Patient")).isEqualTo(Reach.NONE);
    assertThat(SMALL.reach(Role.PUBLIC, Operation.READ, "ValueSet")).isEqualTo(Reach.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void deniesNothingInTheOpenMode(Operation operation) {
    assertThat(SMALL.reach(Role.OPEN, operation, "Patient")).isEqualTo(Reach.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clinician | read | Patient",
        "clinicians | read | Patient | own",
        "open | read | Patient | own",
        "clinician | look | Patient | own",
        "clinician | read | @some | own",
        "clinician | read | Patient | mine",
        "clinician | read | Patient | own\nclinician | read, search | Patient | all",
        "@some = Patient\n@some = Consent",
        "@some"
      })
  void isRefusedWhereALineCannotBeMeant(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(text));
  }
}
