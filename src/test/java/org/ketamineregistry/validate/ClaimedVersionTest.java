package org.ketamineregistry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;

/**
 * What the guide's page about its versions promises of a profile that is claimed with a version.
 */
class ClaimedVersionTest {
  private static final String CLAIM = Canonical.profile("ketamine-heart-rate");
  private static final String PRESENT = GuideDefinitions.version();
  private static final String EARLIER = "0.0.9";

  private static String claimedAs(String version) {
    return Desk.example("Observation-heart-rate-before-gb-1")
        .replace("\"" + CLAIM + "\"", "\"" + CLAIM + "|" + version + "\"");
  }

  @Test
  void theVersionOfTheRegistryIsTakenWithoutAWord() {
    Verdict verdict = Desk.verdict(claimedAs(PRESENT));
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.notices()).isEmpty();
  }

  @Test
  void anotherVersionIsTakenAndTold() {
    Verdict verdict = Desk.verdict(claimedAs(EARLIER));
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.notices())
        .extracting(Notice::code)
        .containsExactly(Notice.Code.PROFILE_UNKNOWN);
  }

  @Test
  void whateverVersionIsClaimedTheOneOfTheRegistryIsHeldAgainst() {
    for (String version : new String[] {PRESENT, EARLIER}) {
      assertThat(Desk.problems(claimedAs(version).replace("\"value\": 72", "\"value\": 700")))
          .extracting(Problem::rule)
          .contains("krn-vit-1");
    }
  }
}
