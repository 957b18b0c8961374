package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.access.Scopes;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.ExportOrder;

/** Who may have flat files, and of which views. */
class FlatRequestTest {
  private static final FlatRequest REQUESTS =
      new FlatRequest(new Access(PublishedMatrix.read()), FlatViews.of(GuideDefinitions.get()));

  private static Caller caller(Role role, Purpose purpose, String scopes) {
    return new Caller("client", null, role, null, purpose, Scopes.ofSystem(scopes));
  }

  private static Caller analyst(String scopes) {
    return caller(Role.ANALYST, Purpose.RESEARCH, scopes);
  }

  private static ExportOrder order(Caller caller, String... views) {
    return REQUESTS.order(
        new OperationParameters(views.length == 0 ? Map.of() : Map.of("view", List.of(views))),
        caller);
  }

  private static List<String> codes(Runnable asking) {
    Refused refused = catchThrowableOfType(Refused.class, asking::run);
    return refused == null
        ? List.of()
        : refused.problems().stream().map(Problem::code).map(code -> code.code()).toList();
  }

  private static List<String> views(ExportOrder order) {
    return Objects.requireNonNull(order.flat()).views();
  }

  @Test
  void areOfTheViewsThatTheScopesCover() {
    assertThat(views(order(analyst("system/Patient.rs")))).containsExactly("patient");
    assertThat(views(order(analyst("system/Patient.rs system/AdverseEvent.r"))))
        .containsExactly("patient");
    assertThat(views(order(analyst("system/*.rs")))).hasSizeGreaterThan(20);
    assertThat(order(analyst("system/*.rs"), "score", "assessment").types())
        .containsExactly("Observation");
  }

  @Test
  void areRefusedWhereAViewIsNamedThatTheScopesDoNotCover() {
    assertThat(codes(() -> order(analyst("system/Patient.rs"), "patient", "administration")))
        .containsExactly("scope-missing");
    assertThat(codes(() -> order(analyst("system/Measure.rs"))))
        .isNotEmpty()
        .containsOnly("scope-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ANALYST,PUBLIC_HEALTH,purpose-missing",
    "ANALYST,RESEARCH,",
    "STEWARD,RESEARCH,",
    "STEWARD,PUBLIC_HEALTH,",
    "STEWARD,PATIENT_SAFETY,",
    "STEWARD,ADMINISTRATION,purpose-missing",
    "PEER,PUBLIC_HEALTH,forbidden",
    "AUDITOR,ADMINISTRATION,forbidden",
    "SUBMITTING_CLINIC,TREATMENT,forbidden",
    "CLINICIAN,TREATMENT,forbidden"
  })
  void areForThesePurposes(Role role, Purpose purpose, String code) {
    assertThat(codes(() -> REQUESTS.requireAccess(caller(role, purpose, "system/*.rs"))))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  /** That the matrix lets analysts fetch flat files lets them read nothing. */
  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"READ", "VREAD", "SEARCH", "HISTORY", "EXPORT", "EVERYTHING"})
  void openNoRecordToAnAnalyst(Operation operation) {
    Access access = new Access(PublishedMatrix.read());
    for (String type : List.of("Patient", "Observation", "Organization", "DetectedIssue")) {
      assertThat(access.denial(analyst("system/*.cruds"), operation, type)).isPresent();
    }
  }

  @Test
  void haveAKeyOfTheirOwnEachTime() {
    byte[] one = Objects.requireNonNull(order(analyst("system/*.rs")).flat()).key();
    byte[] other = Objects.requireNonNull(order(analyst("system/*.rs")).flat()).key();
    assertThat(one).hasSize(32).isNotEqualTo(other);
  }
}
