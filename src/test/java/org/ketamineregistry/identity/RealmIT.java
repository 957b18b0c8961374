package org.ketamineregistry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;

/** The realm of the repository in a real Keycloak: who gets a token, and what it says. */
class RealmIT {
  private final Identity identity = Identity.provider();

  @Test
  void givesAClinicATokenOfFiveMinutesForTheRegistryAlone() throws ParseException {
    String token =
        identity.token(
            Role.SUBMITTING_CLINIC, "urn:x|GB-1", Purpose.TREATMENT, "system/Patient.crus");

    JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
    System.out.println(claims);
    assertThat(claims.getAudience()).containsExactly(Identity.AUDIENCE);
    assertThat(claims.getIssuer()).isEqualTo(identity.issuer());
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(300_000);
    assertThat(claims.getStringListClaim("registry_role")).contains("submitting-clinic");
    assertThat(claims.getStringClaim("clinic")).isEqualTo("urn:x|GB-1");
    assertThat(claims.getStringClaim("scope").split(" "))
        .containsExactlyInAnyOrder("purpose/TREAT", "system/Patient.crus");
  }
}
