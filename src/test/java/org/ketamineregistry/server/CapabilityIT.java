package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.profiles.ProfileIndex;

/**
 * The CapabilityStatement says of each type whether it can be written, and never that it can be
 * deleted.
 */
@RegistryTest
class CapabilityIT {
  private final RegistryUnderTest registry;

  CapabilityIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @Test
  void tellsWhatCanBeWritten() {
    var rest = registry.get("/metadata").resource(CapabilityStatement.class).getRestFirstRep();

    assertThat(rest.getResource()).isNotEmpty();
    assertThat(rest.getResource())
        .allSatisfy(
            resource -> {
              var offered = resource.getInteraction().stream().map(one -> one.getCode()).toList();
              boolean writable = ProfileIndex.ACCEPTED_TYPES.contains(resource.getType());
              assertThat(offered.contains(TypeRestfulInteraction.CREATE)).isEqualTo(writable);
              assertThat(offered.contains(TypeRestfulInteraction.UPDATE)).isEqualTo(writable);
              assertThat(offered)
                  .doesNotContain(TypeRestfulInteraction.DELETE, TypeRestfulInteraction.PATCH);
            });
  }
}
