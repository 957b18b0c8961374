package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.util.Map;
import org.ketamineregistry.ehr.Ehr;

/**
 * A clinic that has sent what is right, and looks afterwards whether it still stands: nothing was
 * added, and what is right is still taken.
 */
final class Witness {
  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final Map<String, Long> rows;

  Witness(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.treating(Ehr.fresh());
    rows = registry.clinicalRows();
  }

  Ehr ehr() {
    return ehr;
  }

  /** The same consultation again has no effect, but has to walk the line to be known. */
  void seesNothingChanged() {
    assertThat(registry.clinicalRows()).isEqualTo(rows);
    assertThat(registry.submit(ehr.consultation())).isAccepted().hasIssue("repeated");
  }
}
