package org.ketamineregistry.network;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import org.ketamineregistry.profiles.Canonical;

/**
 * A directory before it is signed, as {@link DirectoryReader} reads it afterwards.
 *
 * @param network what the network is called
 * @param version a whole number that rises with each change, from 1 on
 * @param members in the order in which they are shown
 */
public record DirectoryDraft(String network, long version, List<MemberEntry> members) {
  public DirectoryDraft {
    members = List.copyOf(members);
  }

  /** What is wrong with the list as a whole, beside what is wrong with each member. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (network.isBlank()) {
      problems.add("network: what the network is called, such as ketamine-network.");
    }
    if (members.isEmpty() || members.size() > DirectoryReader.MOST_MEMBERS) {
      problems.add("members: 1 to " + DirectoryReader.MOST_MEMBERS + " of them.");
    }
    Set<String> ids = new HashSet<>();
    Set<URI> bases = new HashSet<>();
    for (MemberEntry member : members) {
      if (!ids.add(member.id())) {
        problems.add("id: " + member.id() + " stands twice; each member has one of its own.");
      }
      Optional<URI> base = Member.base(member.address());
      if (base.isPresent() && !bases.add(base.get())) {
        problems.add("address: two members have " + member.address() + ".");
      }
    }
    return problems;
  }

  /** The FHIR resources: an Organization and an Endpoint for each member. */
  public Bundle bundle() {
    var bundle = new Bundle().setType(BundleType.COLLECTION);
    bundle.getMeta().setVersionId(Long.toString(version));
    bundle.getIdentifier().setSystem(DirectoryReader.NETWORK).setValue(network);
    members.forEach(member -> add(bundle, member));
    return bundle;
  }

  static void add(Bundle bundle, MemberEntry member) {
    var endpoint = new Endpoint();
    endpoint.setStatus(EndpointStatus.ACTIVE).setAddress(member.address());
    endpoint.getConnectionType().setCode("hl7-fhir-rest");
    for (String version : member.guideVersions()) {
      endpoint.addExtension(Canonical.extension("guide-version"), new StringType(version));
    }
    if (member.tokens() != null) {
      endpoint.addExtension(
          Canonical.extension("token-address"),
          new UrlType(Objects.requireNonNull(member.tokens())));
    }
    for (String key : member.tlsKeys()) {
      endpoint.addExtension(Canonical.extension("tls-key"), new StringType(key));
    }
    String address = "urn:uuid:" + UUID.randomUUID();
    var organization = new Organization().setActive(true).setName(member.name());
    organization.addIdentifier().setSystem(DirectoryReader.memberSystem()).setValue(member.id());
    organization.addAddress().setCountry(member.country());
    organization.addEndpoint().setReference(address);
    bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(organization);
    bundle.addEntry().setFullUrl(address).setResource(endpoint);
  }
}
