package org.ketamineregistry.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.network.Directory.Accepted;
import org.ketamineregistry.network.DirectoryRefused.Reason;

/** Who is in the network is what a known signer says, in the newest version. */
class DirectoryTest {
  private static final String BASE = "https://registry.gb.example/fhir";
  private static final String TOKENS = "https://login.gb.example/token";

  private final ECKey key = DirectoryWriter.newKey();
  private final DirectoryReader reader =
      new DirectoryReader(
          FhirContext.forR4Cached(), DirectorySignature.by(DirectoryWriter.signers(key)));

  @Test
  void tellsTheMembers() {
    Directory directory = reader.read(written(7).signed());
    assertThat(directory.version()).isEqualTo(7);
    assertThat(directory.network()).isEqualTo("ketamine-network");
    Member member = directory.member("gb").orElseThrow();
    assertThat(member.base()).isEqualTo(URI.create(BASE));
    assertThat(member.tokenAddress()).contains(URI.create(TOKENS));
    assertThat(member.jurisdiction()).isEqualTo("GB");
    assertThat(member.worksBy("0.3.0")).isTrue();
    assertThat(member.worksBy("0.2.0")).isFalse();
  }

  @Test
  void isNotReadWithAForeignKey() {
    String foreign =
        new DirectoryWriter(
                new ECKey.Builder(DirectoryWriter.newKey()).keyID(key.getKeyID()).build(), 7)
            .with("gb", BASE, TOKENS, "0.3.0")
            .signed();
    assertRefused(foreign, Reason.SIGNATURE);
    assertRefused(
        new DirectoryWriter(DirectoryWriter.newKey(), 7).with("gb", BASE, TOKENS).signed(),
        Reason.SIGNATURE);
  }

  @Test
  void isNotReadWhereAnythingWasChanged() {
    String[] parts = written(7).signed().split("\\.");
    String other = written(8).signed().split("\\.")[1];
    assertRefused(parts[0] + "." + other + "." + parts[2], Reason.SIGNATURE);
    assertRefused("no signature", Reason.UNREADABLE);
  }

  @Test
  void isNoOtherTextThatTheSameKeySigned() {
    assertRefused(written(7).signed("JWT"), Reason.SIGNATURE);
  }

  @Test
  void replacesNoNewerOne() {
    Directory directory = reader.read(written(7).signed());
    assertThatCode(() -> directory.replaces(new Accepted(6, "other"))).doesNotThrowAnyException();
    assertThatCode(() -> directory.replaces(new Accepted(7, directory.digest())))
        .doesNotThrowAnyException();
    assertOld(directory, new Accepted(8, "other"));
    assertOld(directory, new Accepted(7, "another text of the same version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://registry.gb.example/fhir",
        "ftp://registry.gb.example/fhir",
        "https:///fhir",
        "https://user@registry.gb.example/fhir",
        "https://registry.gb.example/fhir?to=elsewhere",
        "not an address"
      })
  void hasNoMemberWhoseAddressIsNotSafe(String base) {
    assertRefused(
        new DirectoryWriter(key, 7).with("gb", base, TOKENS, "0.3.0").signed(), Reason.CONTENT);
  }

  @Test
  void hasNoMemberWithoutTokensButOnThisMachine() {
    assertRefused(new DirectoryWriter(key, 7).with("gb", BASE, null).signed(), Reason.CONTENT);
    assertThat(
            reader
                .read(
                    new DirectoryWriter(key, 7)
                        .with("gb", "http://127.0.0.1:1/fhir", null)
                        .signed())
                .all())
        .hasSize(1);
  }

  @Test
  void isAsDescribed() {
    assertRefusedWith(bundle -> bundle.setType(BundleType.BATCH));
    assertRefusedWith(bundle -> bundle.getMeta().setVersionId("-1"));
    assertRefusedWith(bundle -> bundle.getIdentifier().setSystem("urn:other"));
    assertRefusedWith(
        bundle -> bundle.getEntry().get(1).setFullUrl(bundle.getEntry().get(0).getFullUrl()));
    assertRefusedWith(bundle -> organization(bundle).getIdentifierFirstRep().setValue("../x"));
    assertRefusedWith(bundle -> organization(bundle).getEndpoint().clear());
    assertRefusedWith(
        bundle ->
            ((Endpoint) bundle.getEntry().get(1).getResource())
                .setStatus(EndpointStatus.SUSPENDED));
    assertRefused(
        written(7).with("gb", "https://second.example/fhir", TOKENS).signed(), Reason.CONTENT);
    assertRefused(written(7).with("fr", BASE, TOKENS).signed(), Reason.CONTENT);
  }

  @Test
  void leavesOutAMemberThatIsNotActive() {
    DirectoryWriter writer = written(7);
    organization(writer.bundle()).setActive(false);
    assertThat(reader.read(writer.signed()).all()).isEmpty();
  }

  @Test
  void tellsWhichAddressesAreAMembers() {
    Member member = reader.read(written(7).signed()).member("gb").orElseThrow();
    assertThat(member.owns(URI.create(BASE + "/Measure/sessions/$evaluate-protected"))).isTrue();
    assertThat(member.owns(URI.create(TOKENS))).isTrue();
    assertThat(member.owns(URI.create(BASE + "/../admin"))).isFalse();
    assertThat(member.owns(URI.create(BASE + "evil/Measure"))).isFalse();
    assertThat(member.owns(URI.create(TOKENS + "/other"))).isFalse();
    assertThat(member.owns(URI.create("https://169.254.169.254/latest"))).isFalse();
  }

  private DirectoryWriter written(long version) {
    return new DirectoryWriter(key, version).with("gb", BASE, TOKENS, "0.3.0", "0.3.1");
  }

  private static Organization organization(Bundle bundle) {
    return (Organization) bundle.getEntryFirstRep().getResource();
  }

  private void assertRefusedWith(Consumer<Bundle> change) {
    DirectoryWriter writer = written(7);
    change.accept(writer.bundle());
    assertRefused(writer.signed(), Reason.CONTENT);
  }

  private void assertRefused(String signed, Reason reason) {
    assertThatThrownBy(() -> reader.read(signed))
        .isInstanceOfSatisfying(
            DirectoryRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static void assertOld(Directory directory, Accepted accepted) {
    assertThatThrownBy(() -> directory.replaces(accepted))
        .isInstanceOfSatisfying(
            DirectoryRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.OLD_VERSION));
  }
}
