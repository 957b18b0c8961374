package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The lattice is that of the published Measures: no stratum is invented, and none is forgotten. */
class LatticeFileTest {
  @Test
  void isMadeFromTheMeasuresOfTheGuide() throws Exception {
    Committed.holds(Path.of("src/main/resources/privacy/lattice.txt"), PublishedLattice.text());
  }

  @Test
  void hasAllIndicatorsAndNoClinic() {
    Lattice lattice = PublishedLattice.read();
    assertThat(lattice.indicators()).hasSize(21).contains("adverse-events", "patients-treated");
    assertThat(lattice.indicators())
        .allSatisfy(
            id ->
                assertThat(lattice.indicator(id).orElseThrow().groups())
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(group.dimension("clinic")).isEmpty()));
  }
}
