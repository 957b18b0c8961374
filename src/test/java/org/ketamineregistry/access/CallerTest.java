package org.ketamineregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether somebody asks as somebody asked before. */
class CallerTest {
  private static final Caller CLINIC =
      new Caller(
          "clinic-gb-1",
          null,
          Role.SUBMITTING_CLINIC,
          "urn:x|GB-1",
          Purpose.TREATMENT,
          Scopes.ofSystem("system/Patient.rs"));

  private static Caller of(
      String client, @Nullable String user, Role role, @Nullable String clinic, Purpose purpose) {
    return new Caller(client, user, role, clinic, purpose, Scopes.EVERYTHING);
  }

  @Test
  void isTheSameWithAnotherToken() {
    assertThat(
            of("clinic-gb-1", null, Role.SUBMITTING_CLINIC, "urn:x|GB-1", Purpose.TREATMENT)
                .asksAs(CLINIC))
        .isTrue();
  }

  @Test
  void isAnotherByClientPersonRoleClinicAndPurpose() {
    Role role = Role.SUBMITTING_CLINIC;
    Purpose purpose = Purpose.TREATMENT;
    assertThat(of("clinic-gb-2", null, role, "urn:x|GB-1", purpose).asksAs(CLINIC)).isFalse();
    assertThat(of("clinic-gb-1", "ann", role, "urn:x|GB-1", purpose).asksAs(CLINIC)).isFalse();
    assertThat(of("clinic-gb-1", null, Role.CLINICIAN, "urn:x|GB-1", purpose).asksAs(CLINIC))
        .isFalse();
    assertThat(of("clinic-gb-1", null, role, "urn:x|GB-2", purpose).asksAs(CLINIC)).isFalse();
    assertThat(of("clinic-gb-1", null, role, null, purpose).asksAs(CLINIC)).isFalse();
    assertThat(of("clinic-gb-1", null, role, "urn:x|GB-1", Purpose.RESEARCH).asksAs(CLINIC))
        .isFalse();
  }
}
