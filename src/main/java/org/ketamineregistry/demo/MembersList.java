package org.ketamineregistry.demo;

import java.util.Collection;
import java.util.stream.Collectors;
import org.ketamineregistry.profiles.GuideVersion;

/** The members of the demonstration's network, as its secretary would write them down. */
final class MembersList {
  private MembersList() {}

  static String of(Collection<CountryFolder> members) {
    return members.stream()
        .map(MembersList::member)
        .collect(Collectors.joining("", "network: ketamine-network-demo\nmembers:\n", ""));
  }

  private static String member(CountryFolder member) {
    return """
      - id: %s
        name: %s
        country: %s
        address: %s
        tokens: %s/protocol/openid-connect/token
        guide-versions: [%s]
    """
        .formatted(
            member.country().id(),
            member.country().name(),
            member.country().jurisdiction(),
            member.base(),
            member.issuer(),
            GuideVersion.own());
  }
}
