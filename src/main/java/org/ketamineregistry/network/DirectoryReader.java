package org.ketamineregistry.network;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.network.DirectoryRefused.Reason;
import org.ketamineregistry.profiles.Canonical;

/**
 * Reads a directory: a Bundle of type {@code collection} whose {@code meta.versionId} is its
 * version, with an Organization for each member and the one active Endpoint to which it refers. The
 * extensions {@code guide-version}, {@code token-address} and {@code tls-key} of the Endpoint say
 * the rest.
 */
public final class DirectoryReader {
  static final String NETWORK = Canonical.BASE + "/sid/network";
  private static final String MEMBER = Canonical.BASE + "/sid/network-member";
  static final int MOST_MEMBERS = 300;

  private final FhirContext context;
  private final DirectorySignature signature;

  public DirectoryReader(FhirContext context, DirectorySignature signature) {
    this.context = context;
    this.signature = signature;
  }

  /** The identifier system of the members of the network. */
  public static String memberSystem() {
    return MEMBER;
  }

  /**
   * The directory in a signed text.
   *
   * @throws DirectoryRefused where it is not signed by a signer, or says something else
   */
  public Directory read(String signed) {
    byte[] text = signature.verified(signed);
    try {
      return directory(
          context
              .newJsonParser()
              .parseResource(Bundle.class, new String(text, StandardCharsets.UTF_8)),
          digest(text));
    } catch (DataFormatException | ClassCastException e) {
      throw refused("The signed text is a Bundle in JSON.");
    }
  }

  private static Directory directory(Bundle bundle, String digest) {
    String version = String.valueOf(bundle.getMeta().getVersionId());
    Identifier network = bundle.getIdentifier();
    if (bundle.getType() != BundleType.COLLECTION
        || !NETWORK.equals(network.getSystem())
        || !version.matches("[1-9][0-9]{0,17}")) {
      throw refused(
          "A directory is a Bundle of type collection, with an identifier of system "
              + NETWORK
              + " and a whole number as meta.versionId.");
    }
    Map<String, Resource> resources =
        bundle.getEntry().stream()
            .filter(entry -> entry.hasFullUrl() && entry.hasResource())
            .collect(
                Collectors.toMap(
                    BundleEntryComponent::getFullUrl,
                    BundleEntryComponent::getResource,
                    (one, other) -> {
                      throw refused("Each fullUrl stands once.");
                    },
                    LinkedHashMap::new));
    Map<String, Member> members = new LinkedHashMap<>();
    Set<URI> bases = new HashSet<>();
    for (Resource resource : resources.values()) {
      if (resource instanceof Organization organization && organization.getActive()) {
        Member member = member(organization, endpoint(organization, resources));
        if (members.put(member.id(), member) != null || !bases.add(member.base())) {
          throw refused("Each member stands once, with an address of its own.");
        }
      }
    }
    if (members.size() > MOST_MEMBERS) {
      throw refused("A network has at most " + MOST_MEMBERS + " members.");
    }
    return new Directory(network.getValue(), Long.parseLong(version), digest, members);
  }

  private static Endpoint endpoint(Organization organization, Map<String, Resource> resources) {
    if (organization.getEndpoint().size() == 1
        && resources.get(organization.getEndpointFirstRep().getReference())
            instanceof Endpoint endpoint
        && endpoint.getStatus() == EndpointStatus.ACTIVE
        && "hl7-fhir-rest".equals(endpoint.getConnectionType().getCode())) {
      return endpoint;
    }
    throw refused("Each member refers to one active Endpoint of connection type hl7-fhir-rest.");
  }

  private static Member member(Organization organization, Endpoint endpoint) {
    String id =
        organization.getIdentifier().stream()
            .filter(identifier -> MEMBER.equals(identifier.getSystem()))
            .map(Identifier::getValue)
            .filter(value -> value != null && value.matches(MemberEntry.ID))
            .findFirst()
            .orElseThrow(() -> refused("Each member has an identifier of system " + MEMBER + "."));
    URI base = known(Member.base(String.valueOf(endpoint.getAddress())));
    URI tokens =
        values(endpoint, "token-address").stream()
            .map(address -> known(Member.address(address)))
            .findFirst()
            .orElse(null);
    if (tokens == null && !Member.isOnThisMachine(base)) {
      throw refused("Each member that is not on this machine has a token-address.");
    }
    return new Member(
        id,
        String.valueOf(organization.getName()),
        organization.hasAddress()
            ? String.valueOf(organization.getAddressFirstRep().getCountry())
            : "",
        base,
        tokens,
        values(endpoint, "guide-version"),
        values(endpoint, "tls-key"));
  }

  private static URI known(Optional<URI> address) {
    return address.orElseThrow(
        () -> refused("Addresses of members begin with https://, and have no query."));
  }

  private static Set<String> values(DomainResource resource, String name) {
    return resource.getExtensionsByUrl(Canonical.extension(name)).stream()
        .map(Extension::getValue)
        .filter(value -> value != null && value.isPrimitive())
        .map(value -> String.valueOf(value.primitiveValue()))
        .collect(Collectors.toSet());
  }

  private static String digest(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DirectoryRefused refused(String words) {
    return new DirectoryRefused(Reason.CONTENT, words);
  }
}
