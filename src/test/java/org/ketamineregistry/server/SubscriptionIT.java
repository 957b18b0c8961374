package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.store.Notifications;
import org.ketamineregistry.store.ReviewRound;
import org.ketamineregistry.subscription.Topic;

/** A clinic learns of findings, and the registry's system of events, by calls of their hooks. */
@RegistryTest
class SubscriptionIT {
  private static final String NOW = Instant.now().toString();

  private final RegistryUnderTest registry;
  private final SubscriptionWorker worker;
  private final Notifications notifications;
  private final ReviewRound reviews;
  private final MovableClock clock;
  private final Ehr ehr;
  private final String[] system;
  private final String[] steward = AssumedCaller.registry(Purpose.PUBLIC_HEALTH);
  private final FakeHook hook = new FakeHook();
  private final List<String> subscribed = new ArrayList<>();
  private Duration ahead = Duration.ZERO;

  SubscriptionIT(
      RegistryUnderTest registry,
      SubscriptionWorker worker,
      Notifications notifications,
      ReviewRound reviews,
      MovableClock clock) {
    this.registry = registry;
    this.worker = worker;
    this.notifications = notifications;
    this.reviews = reviews;
    this.clock = clock;
    ehr = registry.treating(Ehr.fresh());
    system = AssumedCaller.system(ehr.clinicToken());
  }

  @AfterEach
  void switchOff() {
    clock.moveBack();
    subscribed.forEach(
        id ->
            assertThat(
                    registry.put(
                        "/Subscription/" + id,
                        subscription(Topic.FINDING_CHANGED)
                            .withText("/status", "off")
                            .withText("/id", id)
                            .text(),
                        steward))
                .hasStatus(200));
    hook.close();
  }

  private Draft subscription(Topic topic) {
    return Draft.of(Ehr.file("Subscription-findings-of-a-clinic"))
        .without("/id")
        .without("/_criteria")
        .without("/channel/extension")
        .withText("/criteria", topic.canonical())
        .withText("/channel/endpoint", hook.url());
  }

  private String subscribe(Draft wish, String... caller) {
    HttpAnswer answer = registry.post("/Subscription", wish.text(), caller);
    assertThat(answer).hasStatus(201);
    String id = answer.location("Subscription").split("/")[1];
    subscribed.add(id);
    return id;
  }

  /** The hook has answered the handshake. */
  private String active(Draft wish, String... caller) {
    String id = subscribe(wish, caller);
    round();
    assertThat(status(id)).isEqualTo("active");
    hook.calls().clear();
    return id;
  }

  private String status(String id) {
    return registry
        .get("/Subscription/" + id, steward)
        .resource(Subscription.class)
        .getStatus()
        .toCode();
  }

  /** Whatever is due is done. */
  private void round() {
    worker.round();
  }

  /** The longest wait is over, and whatever a worker had is anybody's. */
  private void later() {
    ahead = ahead.plus(Duration.ofHours(2));
    clock.moveTo(Instant.now().plus(ahead));
    round();
  }

  /** A session with a dose above the limit; the id of the finding. */
  private String poorSession(Ehr of) {
    Draft session = of.session();
    int dose = session.indexOf("MedicationAdministration");
    HttpAnswer answer =
        registry.submit(session.with("/entry/" + dose + "/resource/dosage/dose/value", "80"));
    assertThat(answer).isAccepted().tellsFinding("dose-above-limit");
    Bundle found =
        registry
            .get("/DetectedIssue?code=dose-above-limit&patient.identifier=" + of.patientToken())
            .bundle();
    return "DetectedIssue/" + found.getEntryFirstRep().getResource().getIdElement().getIdPart();
  }

  private Draft doses(String content) {
    return subscription(Topic.FINDING_CHANGED)
        .with(
            "/_criteria",
            "{\"extension\": [{\"url\": \"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria\", \"valueString\": \"DetectedIssue?code=dose-above-limit\"}]}")
        .withText("/channel/_payload/extension/0/valueCode", content);
  }

  @Test
  void aFindingIsToldToItsClinicAndReadWithTheToken() {
    String id = subscribe(doses("id-only"), system);
    assertThat(status(id)).isEqualTo("requested");
    poorSession(registry.treating(Ehr.fresh()));
    round();
    assertThat(hook.calls()).singleElement().returns("handshake", FakeHook.Call::type);
    assertThat(hook.last().authorization()).isEqualTo("Bearer of-your-own-choosing");
    assertThat(hook.last().count()).isZero();
    assertThat(status(id)).isEqualTo("active");

    Ehr other = registry.treating(Ehr.fresh());
    poorSession(other);
    String finding = poorSession(ehr);
    round();

    assertThat(hook.calls()).hasSize(2);
    FakeHook.Call told = hook.last();
    assertThat(told.type()).isEqualTo("event-notification");
    assertThat(told.count()).isEqualTo(1);
    assertThat(told.events()).containsExactly("1 " + finding);
    assertThat(told.notification().getType()).isEqualTo(BundleType.HISTORY);
    assertThat(told.notification().getEntry()).hasSize(2);
    assertThat(told.notification().getEntry().get(1).getFullUrl())
        .isEqualTo(registry.base() + "/" + finding);
    assertThat(told.notification().getEntry().get(1).hasResource()).isFalse();
    assertThat(registry.get("/" + finding, system)).hasStatus(200);
    assertThat(audited("$notify", finding)).isEqualTo(1);
    round();
    assertThat(hook.calls()).hasSize(2);
    showsNoSecretOf(id);
  }

  private void showsNoSecretOf(String id) {
    for (String path :
        List.of("/Subscription/" + id, "/Subscription", "/Subscription/" + id + "/$status")) {
      assertThat(registry.get(path, system)).hasStatus(200).doesNotSay("of-your-own-choosing");
      assertThat(registry.get(path, steward)).hasStatus(200).doesNotSay("of-your-own-choosing");
    }
    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM registry.subscription s WHERE s::text LIKE '%of-your-own%'"
                        + " OR position('of-your-own'::bytea in headers) > 0",
                    Integer.class))
        .isZero();
    assertThat(ProfileCheck.errors(registry.get("/Subscription/" + id, system).text())).isEmpty();
  }

  private int audited(String interaction, String record) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.audit a WHERE a.interaction = ? AND a::text LIKE ?",
            Integer.class,
            interaction,
            "%" + record + "%");
  }

  @Test
  void whatAHookDidNotTakeIsADeadLetterThatIsAskedForAndToldAgain() {
    String id = active(doses("id-only"), system);
    hook.answers(503);
    String first = poorSession(ehr);
    round();
    assertThat(status(id)).isEqualTo("active");
    later();
    later();
    assertThat(hook.calls())
        .hasSize(3)
        .allMatch(call -> call.events().equals(List.of("1 " + first)));

    assertThat(status(id)).isEqualTo("error");
    HttpAnswer state = registry.get("/Subscription/" + id + "/$status", system);
    assertThat(state).hasStatus(200);
    assertThat(state.text()).contains("refused").contains("query-status");
    String second = poorSession(registry.treating(ehr.nextPatient()));
    later();
    assertThat(hook.calls()).hasSize(3);
    for (String[] caller : List.of(system, steward)) {
      assertThat(events(id, "", caller)).containsExactly("1 " + first, "2 " + second);
    }
    assertThat(events(id, "?eventsSinceNumber=2&content=empty", system))
        .containsExactly("2 " + second);
    assertThat(events(id, "?eventsUntilNumber=1", system)).containsExactly("1 " + first);
    assertThat(registry.get("/Subscription/" + id + "/$events?eventsSinceNumber=x", system))
        .isRefused(400);
    assertThat(registry.get("/Subscription/" + id + "/$events?patient=1", system)).isRefused(400);

    hook.answers(200);
    assertThat(
            registry.put(
                "/Subscription/" + id, doses("id-only").withText("/id", id).text(), system))
        .hasStatus(200);
    later();
    assertThat(status(id)).isEqualTo("active");
    assertThat(hook.last().events()).containsExactly("1 " + first, "2 " + second);
    assertThat(hook.last().authorization()).isEqualTo("Bearer of-your-own-choosing");
  }

  private List<String> events(String id, String query, String... caller) {
    HttpAnswer answer = registry.get("/Subscription/" + id + "/$events" + query, caller);
    assertThat(answer).hasStatus(200);
    return FakeHook.events((Parameters) answer.bundle().getEntryFirstRep().getResource());
  }

  /** What a worker had that died is told by another, once its lease is over. */
  @Test
  void aWorkerThatDiedIsFollowedByAnother() {
    active(doses("id-only"), system);
    String finding = poorSession(ehr);
    notifications.distribute(clock.instant());
    var claim = notifications.claim(clock.instant(), Duration.ofMinutes(1)).orElseThrow();
    round();
    assertThat(hook.calls()).isEmpty();

    later();

    assertThat(hook.last().events()).containsExactly("1 " + finding);
    notifications.told(claim, clock.instant());
    later();
    assertThat(hook.calls()).hasSize(1);
  }

  @Test
  void ofAPatientWhoWithdrewNothingIsToldButThatTheyDid() {
    String doses = active(doses("id-only"), system);
    String decisions = active(subscription(Topic.SHARING_DECISION_CHANGED), system);
    String all = active(subscription(Topic.SHARING_DECISION_CHANGED), steward);
    String patient = patientOf(ehr);
    hook.answers(503);
    String finding = poorSession(ehr);
    round();
    assertThat(hook.last().events()).containsExactly("1 " + finding);
    hook.calls().clear();
    hook.answers(200);

    assertThat(registry.submit(Decision.aboutHolding(ehr, "deny", NOW))).isAccepted();
    later();

    assertThat(told(doses)).containsExactly("1");
    assertThat(told(decisions)).containsExactly("1 " + patient);
    assertThat(told(all)).containsExactly("1");
    assertThat(hook.calls()).noneMatch(call -> call.notification().toString().contains(finding));
    assertThat(events(doses, "", system)).containsExactly("1");

    hook.calls().clear();
    later();
    assertThat(hook.calls()).isEmpty();
  }

  private String patientOf(Ehr of) {
    return "Patient/"
        + registry
            .get("/Patient?identifier=" + of.patientToken())
            .bundle()
            .getEntryFirstRep()
            .getResource()
            .getIdElement()
            .getIdPart();
  }

  private List<String> told(String id) {
    return hook.calls().stream()
        .filter(
            call ->
                call.told().getParameter("subscription").getValue() instanceof Reference to
                    && to.getReference().endsWith(id))
        .flatMap(call -> call.events().stream())
        .toList();
  }

  @Test
  void anErasureTakesTheRecordOutOfEveryEvent() {
    String id = active(doses("id-only"), system);
    String unnamed = active(doses("empty"), steward);
    String told = poorSession(ehr);
    round();
    String late = active(doses("id-only"), system);
    Ehr next = registry.treating(ehr.nextPatient());
    String waiting = poorSession(next);
    assertThat(inOutbox(waiting)).isEqualTo(1);

    erase(ehr);
    erase(next);

    assertThat(inOutbox(waiting)).isZero();
    assertThat(events(id, "", steward)).containsExactly("1", "2");
    assertThat(events(id, "", system)).containsExactly("1", "2 " + told);
    hook.answers(503);
    round();
    hook.calls().clear();
    hook.answers(200);
    later();

    // Whoever had the id is told by it that the record is gone, once, and nobody else is.
    assertThat(told(id)).containsExactly("2 " + told);
    assertThat(hook.calls()).hasSize(1);
    var gone = hook.last().notification().getEntry().get(1);
    assertThat(gone.getRequest().getMethod().toCode()).isEqualTo("DELETE");
    assertThat(gone.getResponse().getStatus()).isEqualTo("204");
    assertThat(gone.hasResource()).isFalse();
    assertThat(events(id, "", system)).containsExactly("1", "2");
    assertThat(events(unnamed, "", steward)).containsExactly("1");
    assertThat(events(late, "", system)).isEmpty();
    for (String table : List.of("subscription_event", "subscription_told")) {
      assertThat(
              registry
                  .jdbc()
                  .queryForObject(
                      "SELECT count(*) FROM registry." + table + " WHERE focus::text = ?",
                      Integer.class,
                      told.split("/")[1]))
          .isZero();
    }
  }

  /** What was on its way when its record was erased is followed by the erasure. */
  @Test
  void anErasureWhileTheHookIsCalledIsToldToo() {
    active(doses("id-only"), system);
    String told = poorSession(ehr);
    notifications.distribute(clock.instant());
    var claim = notifications.claim(clock.instant(), Duration.ofMinutes(1)).orElseThrow();
    erase(ehr);
    notifications.told(claim, clock.instant());
    round();

    assertThat(hook.last().events()).containsExactly("2 " + told);
  }

  private void erase(Ehr person) {
    assertThat(
            registry.post(
                "/Patient/$erase",
                """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "person", "valueIdentifier": {"system": "https://ketamine-registry.example/fhir/sid/registry-pseudonym", "value": "%s"}},
                  {"name": "reason", "valueCode": "objection"},
                  {"name": "request", "valueIdentifier": {"system": "https://registry.example/files", "value": "E-1"}},
                  {"name": "keep-for-safety", "valueBoolean": false}]}
                """
                    .formatted(person.registryPseudonym())))
        .hasStatus(200);
  }

  /** The registry's own record of the clinic is what it goes by; of clients it knows no more. */
  @Test
  void aClinicThatIsClosedIsNotTold() {
    String id = active(doses("id-only"), system);
    String other = active(doses("id-only"), steward);
    poorSession(ehr);
    registered(false);
    round();

    assertThat(told(id)).isEmpty();
    assertThat(told(other)).hasSize(1);
    Subscription off = registry.get("/Subscription/" + id, system).resource(Subscription.class);
    assertThat(off.getStatus().toCode()).isEqualTo("off");
    assertThat(off.getError()).isEqualTo("clinic-closed");
    String again = doses("id-only").withText("/id", id).text();
    assertThat(registry.put("/Subscription/" + id, again, system))
        .isRefused(403)
        .hasOnlyIssue("clinic-not-yours");

    registered(true);
    hook.calls().clear();
    assertThat(registry.put("/Subscription/" + id, again, system)).hasStatus(200);
    round();
    assertThat(told(id)).hasSize(1);
  }

  private void registered(boolean open) {
    assertThat(
            registry.submit(
                ehr.registration()
                    .withText("/identifier/value", UUID.randomUUID().toString())
                    .with("/entry/0/resource/active", Boolean.toString(open))))
        .isAccepted();
  }

  private int inOutbox(String focus) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.subscription_outbox WHERE focus::text = ?",
            Integer.class,
            focus.split("/")[1]);
  }

  /** A finding that time makes is told as one of a submission is, and an event to the steward. */
  @Test
  void whatARoundFindsIsToldAndWhatAnEventIs() {
    clock.moveTo(Instant.parse("2026-09-21T08:00:00Z"));
    Ehr own = registry.treating(Ehr.fresh());
    String[] clinic = AssumedCaller.system(own.clinicToken());
    String events = active(subscription(Topic.ADVERSE_EVENT_REPORTED), steward);
    String findings = active(subscription(Topic.FINDING_CHANGED), clinic);
    HttpAnswer session = registry.submit(own.session());
    assertThat(session).isAccepted().hasNoIssue("practice-finding");
    round();
    assertThat(told(events)).containsExactly("1 " + session.location("AdverseEvent"));
    assertThat(told(findings)).isEmpty();

    clock.moveTo(Instant.parse("2026-12-07T00:00:00Z"));
    reviews.run();
    round();

    assertThat(told(findings)).singleElement().asString().startsWith("1 DetectedIssue/");
  }

  @Test
  void whatTheRegistryDoesNotDoIsRefusedWithEveryProblemAtOnce() {
    refused(doses("full-resource"), 422, "payload-not-supported");
    refused(
        subscription(Topic.FINDING_CHANGED).withText("/channel/endpoint", "http://10.0.0.1/"),
        422,
        "endpoint-not-allowed");
    refused(
        subscription(Topic.FINDING_CHANGED).withText("/status", "active"), 422, "value-invalid");
    refused(subscription(Topic.FINDING_CHANGED).without("/reason"), 422, "element-required");
    assertThat(
            registry.post(
                "/Subscription",
                subscription(Topic.FINDING_CHANGED)
                    .withText("/criteria", "Observation?code=1")
                    .withText("/channel/type", "email")
                    .text(),
                system))
        .isRefused(422)
        .hasIssue("topic-unknown", "Subscription.criteria")
        .hasIssue("value-not-as-profiled");
    assertThat(
            registry.post(
                "/Subscription",
                subscription(Topic.FINDING_CHANGED).text(),
                Stream.concat(Stream.of(system), Stream.of("If-None-Exist", "identifier=a|b"))
                    .toArray(String[]::new)))
        .isRefused(400)
        .hasOnlyIssue("unsupported-condition");
    assertThat(registry.post("/Subscription", "{", system)).isRefused(400);
    assertThat(
            registry.post(
                "/Subscription",
                subscription(Topic.FINDING_CHANGED).text(),
                AssumedCaller.analyst("a")))
        .isRefused(403);
  }

  private void refused(Draft wish, int status, String code) {
    assertThat(registry.post("/Subscription", wish.text(), system))
        .isRefused(status)
        .hasOnlyIssue(code);
  }

  /** The words are those of any hook; where its name leads is seen when it is called. */
  @Test
  void anAddressOfAPrivateNetworkIsNotCalled() {
    String id =
        subscribe(
            subscription(Topic.FINDING_CHANGED).withText("/channel/endpoint", "https://10.0.0.1/"),
            system);
    round();
    later();
    later();

    assertThat(status(id)).isEqualTo("error");
    assertThat(registry.get("/Subscription/" + id, system).resource(Subscription.class).getError())
        .isEqualTo("address-not-allowed");
  }

  @Test
  void aSubscriptionIsItsClientsAndTheStewardSwitchesItOff() {
    String id = active(doses("empty"), system);
    String[] other = AssumedCaller.system(registry.register(Ehr.fresh()).clinicToken());
    String absent = "/Subscription/" + UUID.randomUUID();
    for (String rest : List.of("", "/$status", "/$events")) {
      assertThat(registry.get("/Subscription/" + id + rest, other)).isRefused(404);
      assertThat(registry.get("/Subscription/" + id + rest, other).text())
          .isEqualTo(registry.get(absent + rest, other).text());
    }
    assertThat(registry.get("/Subscription", other).text()).doesNotContain(id);
    for (String[] caller : List.of(other, steward)) {
      assertThat(stated("?id=" + id, caller)).isEmpty();
    }
    assertThat(stated("", system)).contains(id);
    assertThat(stated("?status=active&status=error&id=" + id + "&id=" + UUID.randomUUID(), system))
        .containsExactly(id);
    assertThat(stated("?status=off&id=" + id, system)).isEmpty();
    assertThat(registry.get("/Subscription/$status?status=gone", system)).isRefused(400);
    assertThat(registry.get("/Subscription?status=active", system).text()).contains(id);
    assertThat(registry.get("/Subscription?status=off", system).text()).doesNotContain(id);
    String changed = doses("empty").withText("/id", id).text();
    assertThat(registry.put("/Subscription/" + id, changed, other)).isRefused(404);
    assertThat(registry.put("/Subscription/" + id, changed, steward)).isRefused(403);
    assertThat(
            registry.put(
                "/Subscription/" + id,
                subscription(Topic.ADVERSE_EVENT_REPORTED).withText("/id", id).text(),
                system))
        .isRefused(422)
        .hasOnlyIssue("value-invalid");

    poorSession(ehr);
    round();
    assertThat(hook.last().events()).containsExactly("1");
    assertThat(hook.last().notification().getEntry()).hasSize(1);

    switchOff();
    assertThat(status(id)).isEqualTo("off");
    poorSession(registry.treating(ehr.nextPatient()));
    later();
    assertThat(hook.calls()).hasSize(1);
  }

  /** Of which subscriptions {@code $status} of all tells. */
  private List<String> stated(String query, String... caller) {
    HttpAnswer answer = registry.get("/Subscription/$status" + query, caller);
    assertThat(answer).hasStatus(200);
    return answer.bundle().getEntry().stream()
        .map(entry -> (Parameters) entry.getResource())
        .map(told -> (Reference) told.getParameter("subscription").getValue())
        .map(to -> to.getReferenceElement().getIdPart())
        .toList();
  }

  @Test
  void aClientHasABoundedNumber() {
    int free =
        10
            - registry
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM registry.subscription WHERE client = 'test' AND state <> 'OFF'",
                    Integer.class);
    for (int more = 0; more < free; more++) {
      subscribe(subscription(Topic.FINDING_CHANGED), system);
    }
    assertThat(registry.post("/Subscription", subscription(Topic.FINDING_CHANGED).text(), system))
        .isRefused(422)
        .hasOnlyIssue("too-many-subscriptions");
  }
}
