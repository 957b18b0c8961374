package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.server.LoopbackGuard.NotLoopbackException;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Without an identity provider the registry is reached from its own machine only. */
@ExtendWith(OutputCaptureExtension.class)
class LoopbackGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void listensOnALoopbackAddress(String address) {
    assertThatCode(() -> guard(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "192.0.2.1"})
  void listensOnNoOther(String address) {
    assertThatThrownBy(() -> guard(address)).isInstanceOf(NotLoopbackException.class);
  }

  /** Spring listens on all addresses where none is set. */
  @Test
  void listensOnNoneThatIsNotSaid() {
    assertThatThrownBy(
            () ->
                new LoopbackGuard(new ServerProperties(), Guarding.nothing())
                    .customize(new TomcatServletWebServerFactory()))
        .isInstanceOf(NotLoopbackException.class);
  }

  @Test
  void saysInPlainWordsWhyItDoesNotStart(CapturedOutput output) {
    assertThatThrownBy(() -> DoorOnly.start("--server.address=0.0.0.0"))
        .rootCause()
        .isInstanceOf(NotLoopbackException.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("No identity provider is configured")
        .contains("Leave server.address at 127.0.0.1")
        .doesNotContain("\tat ");
  }

  @Test
  void warnsThatItIsOpen(CapturedOutput output) {
    DoorOnly.start().close();

    assertThat(output).contains("OPEN MODE").contains("127.0.0.1 only");
  }

  private static void guard(String address) throws UnknownHostException {
    var server = new ServerProperties();
    server.setAddress(InetAddress.getByName(address));
    new LoopbackGuard(server, Guarding.nothing()).customize(new TomcatServletWebServerFactory());
  }
}
