package org.ketamineregistry.consent;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.validate.Link;
import org.ketamineregistry.validate.Validated;
import org.ketamineregistry.validate.ValidatedEntry;

/** All that is on record of the things that a submission names, looked up in one go. */
final class KnownThings {
  private final Map<BusinessIdentifier, List<Known>> byIdentifier;
  private final Map<String, Known> byId;

  private KnownThings(Map<BusinessIdentifier, List<Known>> byIdentifier, Map<String, Known> byId) {
    this.byIdentifier = byIdentifier;
    this.byId = byId;
  }

  static KnownThings lookUp(Validated validated, Records records) {
    Set<BusinessIdentifier> identifiers = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (ValidatedEntry entry : validated.entries()) {
      identifiers.addAll(Identifiers.of(entry.resource()));
      entry.submitted().action().onCondition().ifPresent(identifiers::add);
      if (entry.submitted().action().id() != null) {
        ids.add(entry.submitted().action().id());
      }
      for (Link link : entry.links()) {
        switch (link.form()) {
          case CONDITIONAL -> identifiers.add(identifier(link));
          case LITERAL -> ids.add(literalId(link));
          default -> {}
        }
      }
    }
    return new KnownThings(records.byIdentifier(identifiers), records.byId(ids));
  }

  /** The records that an identifier names, of whichever clinic. */
  List<Known> named(BusinessIdentifier identifier) {
    return byIdentifier.getOrDefault(identifier, List.of());
  }

  /** The record that an identifier names within one clinic. */
  Optional<Known> named(BusinessIdentifier identifier, String owner) {
    return named(identifier).stream().filter(known -> known.owner().equals(owner)).findFirst();
  }

  Optional<Known> withId(String type, String id) {
    return Optional.ofNullable(byId.get(id)).filter(known -> known.type().equals(type));
  }

  /** The records that a reference out of the bundle may mean, of whichever clinic. */
  List<Known> meant(Link link) {
    return switch (link.form()) {
      case CONDITIONAL -> named(identifier(link));
      case LITERAL ->
          withId(link.namedType().orElseThrow(), literalId(link)).map(List::of).orElse(List.of());
      default -> List.of();
    };
  }

  private static BusinessIdentifier identifier(Link link) {
    return BusinessIdentifier.parse(link.namedType().orElseThrow(), link.target()).orElseThrow();
  }

  private static String literalId(Link link) {
    return link.target().substring(link.target().indexOf('/') + 1);
  }
}
