package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.store.EventHistory;
import org.ketamineregistry.store.Notifications;
import org.ketamineregistry.store.Subscriptions;
import org.ketamineregistry.subscription.AddressGuard;
import org.ketamineregistry.subscription.WishReader;
import org.ketamineregistry.subscription.outbound.HookClient;
import org.ketamineregistry.validate.Validation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts subscriptions together. */
@Configuration
class SubscriptionConfiguration {

  @Bean
  AddressGuard addressGuard(AccessSettings access, SubscriptionSettings settings) {
    return new AddressGuard(!access.isGuarded(), settings.allowedHosts());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SubscriptionWorker subscriptionWorker(
      Notifications notifications,
      AddressGuard guard,
      SubscriptionSettings settings,
      FhirContext context,
      MeterRegistry meters,
      Clock clock) {
    var hooks =
        new HookClient(
            guard, InetAddress::getAllByName, settings.timeout(), settings.concurrency());
    return new SubscriptionWorker(notifications, hooks, settings, context, meters, clock);
  }

  @Bean
  SubscriptionWrites subscriptionWrites(
      Access access,
      Subscriptions subscriptions,
      Ingest ingest,
      Validation validation,
      AddressGuard guard,
      SubscriptionSettings settings,
      AccessSettings identity,
      SubscriptionWorker worker,
      FhirAnswers answers,
      DoorSettings door,
      FhirContext context) {
    var texts =
        new SubscriptionText(
            ingest, validation, new WishReader(guard, settings.longest()), context);
    return new SubscriptionWrites(
        access, subscriptions, texts, settings, identity, worker, answers, new BodyReader(door));
  }

  @Bean
  SubscriptionDoor subscriptionDoor(
      Access access,
      Subscriptions subscriptions,
      EventHistory history,
      SubscriptionWrites writes,
      FhirAnswers answers,
      DoorSettings door,
      FhirContext context,
      Clock clock) {
    var questions =
        new SubscriptionQuestions(
            access, subscriptions, history, answers, new BodyReader(door), context);
    return new SubscriptionDoor(writes, questions, answers, clock);
  }
}
