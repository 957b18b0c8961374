package org.ketamineregistry.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a hook reaches nothing by it that only the registry's own network reaches. */
class AddressGuardTest {
  private final AddressGuard guarded = new AddressGuard(false, Set.of("Hooks.Internal.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255"
      })
  void addressesThatAreNobodysOnTheInternetAreNotCalled(String address) throws Exception {
    assertThat(guarded.allows("ehr.example", InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1"
      })
  void neitherAreThoseOfIpv6OrOfAnIpv4AddressWithinThem(String address) throws Exception {
    assertThat(guarded.allows("ehr.example", InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "169.255.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.1.1",
        "192.169.1.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2606:4700::1",
        "2a00:1450::1",
        "2003::1"
      })
  void thoseOfTheInternetAre(String address) throws Exception {
    assertThat(guarded.allows("ehr.example", InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameThatTheOperatorTrustsMayHaveAny() throws UnknownHostException {
    InetAddress inside = InetAddress.getByName("10.0.0.1");

    assertThat(guarded.allows("hooks.internal.EXAMPLE", inside)).isTrue();
    assertThat(guarded.allows("other.internal.example", inside)).isFalse();
    assertThat(guarded.allows("hooks.internal.example.evil.example", inside)).isFalse();
  }

  @Test
  void inOpenModeThisMachineIsCalledAndNoOtherOfItsNetwork() throws UnknownHostException {
    var open = new AddressGuard(true, Set.of());

    assertThat(open.allows("localhost", InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(open.allows("localhost", InetAddress.getByName("::1"))).isTrue();
    assertThat(open.allows("ehr.example", InetAddress.getByName("192.168.0.1"))).isFalse();
  }
}
