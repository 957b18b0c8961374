package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.answer.PeerAnswers;
import org.ketamineregistry.answer.ProtectedAnswers;
import org.ketamineregistry.audit.AuditTrail;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.network.outbound.Identity;
import org.ketamineregistry.network.outbound.MemberClient;
import org.ketamineregistry.privacy.Lattice;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.store.Askings;
import org.ketamineregistry.store.Peers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the network together. */
@Configuration
class NetworkConfiguration {
  private static final String SCOPE = "purpose/PUBHLTH system/Measure.rs";

  @Bean
  NetworkDirectory networkDirectory(
      NetworkSettings settings, FhirContext context, Askings askings) {
    return new NetworkDirectory(settings, context, askings);
  }

  @Bean
  MemberClient memberClient(NetworkSettings settings, FhirContext context, Clock clock)
      throws IOException {
    Optional<Identity> identity = Optional.empty();
    if (settings.clientId() != null && settings.keyFile() != null) {
      identity =
          Optional.of(
              new Identity(
                  settings.clientId(),
                  SigningKey.of(Files.readString(settings.keyFile()), settings.keyId()),
                  SCOPE));
    }
    return new MemberClient(identity, context, clock);
  }

  @Bean
  PeerAnswers peerAnswers(
      ProtectedAnswers answers, Peers peers, NetworkSettings settings, Clock clock) {
    return new PeerAnswers(answers, peers, settings.peerRules(), clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  NetworkWorker networkWorker(
      Askings askings,
      NetworkDirectory directory,
      MemberClient client,
      NetworkSettings settings,
      Clock clock) {
    return new NetworkWorker(askings, directory, client, settings, clock);
  }

  @Bean
  NetworkDoor networkDoor(
      Access access,
      NetworkDirectory directory,
      NetworkWorker worker,
      NetworkSettings settings,
      Askings askings,
      FhirAnswers answers,
      DoorSettings door,
      Lattice lattice,
      Definitions definitions,
      FhirContext context,
      Clock clock) {
    return new NetworkDoor(
        access,
        directory,
        new NetworkQuestions(lattice, definitions.guide().version(), settings, clock),
        worker,
        settings,
        askings,
        answers,
        door,
        context,
        clock);
  }

  @Bean
  PeerDoor peerDoor(
      Access access,
      Peers peers,
      NetworkSettings settings,
      AuditTrail audit,
      FhirAnswers answers,
      DoorSettings door,
      Lattice lattice,
      FhirContext context,
      Clock clock) {
    return new PeerDoor(
        access,
        peers,
        settings.peerRules(),
        lattice.indicators(),
        audit,
        answers,
        door,
        context,
        clock);
  }
}
