package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/**
 * What the registry acknowledged is there whole after it was killed in the middle of its work; what
 * it did not acknowledge is there whole or not at all. What it tells subscribers they are told all
 * the same, in order, and an export that began before is fetched afterwards. It runs as a user runs
 * it: {@code serve} on the embedded database.
 */
class DurabilityIT {
  /** 1 in {@code mvn verify}, more in {@code mvn -Plong verify}. */
  private static final int VOLUME = Integer.getInteger("registry.test.volume", 1);

  private static final int SENDERS = Math.min(200, 24 * VOLUME);
  private static final int KILLS = VOLUME == 1 ? 1 : 8;

  /** How many calls each subscriber does not take, each time. */
  private static final int AWAY = 3;

  /** So that a hook that is away is soon called again, and never given up. */
  private static final Map<String, String> QUICK =
      Map.of(
          "REGISTRY_SUBSCRIPTIONS_FIRSTWAIT", "200ms",
          "REGISTRY_SUBSCRIPTIONS_LONGESTWAIT", "1s",
          "REGISTRY_SUBSCRIPTIONS_ATTEMPTS", "100");

  /** What one session bundle makes. */
  private static final Map<String, Integer> WHOLE =
      Map.of("Encounter", 1, "MedicationAdministration", 1, "Observation", 13, "AdverseEvent", 1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;

  /** The receipt of each bundle that was acknowledged. */
  private final Map<Ehr, String> acknowledged = new ConcurrentHashMap<>();

  private String base = "";

  DurabilityIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aKillLosesNothingThatWasAcknowledgedAndLeavesNothingInPart() throws Exception {
    var sent = new ArrayList<Ehr>();
    var exports = new ArrayList<BegunExport>();
    var files = new ArrayList<BegunExport>();
    Ehr clinic = Ehr.fresh();
    try (var events = new Subscriber("adverse-event-reported");
        var decisions = new Subscriber("sharing-decision-changed")) {
      for (int kill = 0; kill < KILLS; kill++) {
        try (ServerProcess server = start()) {
          if (sent.isEmpty()) {
            assertThat(post(clinic.registration()).statusCode()).isEqualTo(200);
            subscribe(events);
            subscribe(decisions);
          }
          decisions.isAwayFor(AWAY);
          List<Ehr> last = patients(clinic);
          sent.addAll(last);
          // What began early lives through all kills, what began late has thousands of records.
          if (kill == 0 || kill == KILLS - 1) {
            exports.add(begun("/Patient/$export", sent.size()));
            files.add(
                begun("/Patient/$viewdefinition-export?view=patient,administration", sent.size()));
          }
          events.isAwayFor(AWAY);
          // Sooner and later in the flood, so that every stage of the work is caught.
          pushAndKill(server, last, 1 + last.size() * (2 * kill + 1) / (4 * KILLS));
          if (kill % 2 == 1 || KILLS == 1) {
            killDatabase();
          }
        }
      }
      try (ServerProcess again = start()) {
        verify(sent);
        verify(exports, files);
        sendAgain(sent);
        assertThat(acknowledged.keySet()).containsExactlyInAnyOrderElementsOf(sent);
        verify(sent);
        verifyTold(events, decisions, sent.size());
      }
    }
  }

  private void subscribe(Subscriber subscriber) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/Subscription", subscriber.wish());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    subscriber.awaitHandshake();
    // Events count from the moment on at which the registry has kept what the hook answered.
    while (get("/Subscription/$status").findValuesAsText("valueCode").contains("requested")) {
      Thread.sleep(100);
    }
  }

  /** Each event of a record that is there, once at least, in order, and no dead letter. */
  private void verifyTold(Subscriber events, Subscriber decisions, int patients)
      throws IOException, InterruptedException {
    for (Subscriber subscriber : List.of(events, decisions)) {
      Map<Long, String> told = subscriber.awaitToldInOrder(patients);
      assertThat(told.values()).doesNotHaveDuplicates();
      assertThat(subscriber.refused()).isGreaterThanOrEqualTo(AWAY);
    }
    JsonNode all = get("/Subscription/$status");
    assertThat(all.findValuesAsText("valueCode")).contains("active").doesNotContain("error");
    assertThat(all.findValuesAsText("valueString")).containsOnly(Integer.toString(patients));
  }

  private BegunExport begun(String at, int patients) throws IOException, InterruptedException {
    return BegunExport.at(http, base, at, patients);
  }

  private void verify(List<BegunExport> exports, List<BegunExport> files)
      throws IOException, InterruptedException {
    for (BegunExport export : exports) {
      Map<String, Integer> listed = export.listed(http, base);
      assertThat(listed).containsEntry("Patient", export.patients()).containsKey("Consent");
      assertThat(export.lines(http, base, "type")).isEqualTo(listed);
    }
    for (BegunExport export : files) {
      Map<String, Integer> listed = export.listed(http, base);
      assertThat(listed).containsEntry("Patient", export.patients());
      // With a header each.
      assertThat(export.lines(http, base, "name"))
          .containsEntry("patient", listed.get("Patient") + 1)
          .containsEntry("administration", listed.getOrDefault("MedicationAdministration", 0) + 1);
    }
  }

  private ServerProcess start() throws IOException, InterruptedException {
    ServerProcess server =
        ServerProcess.start(
            ServerProcess.Recipe.registry(ServerProcess.startingQuickly("1g")), folder, QUICK);
    try {
      server.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException notReady) {
      server.close();
      throw notReady;
    }
    base = server.root() + "/fhir";
    return server;
  }

  /** Patients who were seen, each with a session that nobody has sent yet. */
  private List<Ehr> patients(Ehr clinic) throws IOException, InterruptedException {
    var patients = new ArrayList<Ehr>();
    for (int i = 0; i < SENDERS; i++) {
      Ehr patient = clinic.nextPatient();
      assertThat(post(patient.consultation()).statusCode()).isEqualTo(200);
      patients.add(patient);
    }
    return patients;
  }

  private void pushAndKill(ServerProcess server, List<Ehr> patients, int after)
      throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(patients.size());
    var enough = new CountDownLatch(after);
    var sendings = new ArrayList<Future<?>>();
    for (Ehr patient : patients) {
      sendings.add(
          senders.submit(
              () -> {
                push(patient);
                enough.countDown();
                return patient;
              }));
    }
    senders.shutdown();
    assertThat(enough.await(5, TimeUnit.MINUTES)).isTrue();
    server.kill();
    assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    for (Future<?> sending : sendings) {
      try {
        sending.get();
      } catch (ExecutionException e) {
        // Of what was not acknowledged nothing is promised but that it is whole or absent.
        assertThat(e).as("no answer but for the kill").hasCauseInstanceOf(IOException.class);
      }
    }
  }

  /** As when the machine takes everything down at once. */
  private void killDatabase() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(0).trim());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private void verify(List<Ehr> sent) throws IOException, InterruptedException {
    for (Ehr patient : sent) {
      Map<String, Integer> there = there(patient);
      JsonNode receipts = get("/Task?identifier=" + bundleToken(patient));
      String receipt = acknowledged.get(patient);
      if (receipt == null && receipts.path("entry").isEmpty()) {
        assertThat(there.values()).as("not acknowledged, no receipt").containsOnly(0);
      } else {
        assertThat(there).isEqualTo(WHOLE);
        assertThat(receipts.path("entry")).hasSize(1);
      }
      if (receipt != null) {
        assertThat(receipts.at("/entry/0/resource/id").asText()).isEqualTo(receipt);
      }
    }
  }

  /** How many resources of each type the registry has of a patient's session. */
  private Map<String, Integer> there(Ehr patient) throws IOException, InterruptedException {
    String id =
        get("/Patient?identifier=" + patient.patientToken()).at("/entry/0/resource/id").asText();
    assertThat(id).as("the patient, who was acknowledged before the session was sent").isNotEmpty();
    Map<String, Integer> there = new HashMap<>();
    for (String type : WHOLE.keySet()) {
      String subject = type.equals("AdverseEvent") ? "subject" : "patient";
      there.put(
          type,
          get("/" + type + "?" + subject + "=Patient/" + id + "&_summary=count")
              .path("total")
              .asInt());
    }
    return there;
  }

  private void sendAgain(List<Ehr> sent) throws IOException, InterruptedException {
    Map<Ehr, String> before = new LinkedHashMap<>(acknowledged);
    for (Ehr patient : sent) {
      push(patient);
    }
    assertThat(acknowledged).containsAllEntriesOf(before);
  }

  /** Pushes a patient's session until it is acknowledged. */
  private void push(Ehr patient) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(patient.session());
    while (answer.statusCode() == 503) {
      Thread.sleep(200);
      answer = post(patient.session());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String receipt = answer.headers().firstValue("X-Receipt").orElseThrow();
    acknowledged.put(patient, receipt.substring(receipt.lastIndexOf('/') + 1));
  }

  private static String bundleToken(Ehr patient) {
    Draft session = patient.session();
    return session.string("/identifier/system") + "|" + session.string("/identifier/value");
  }

  private HttpResponse<String> post(Draft bundle) throws IOException, InterruptedException {
    return post("", bundle);
  }

  private HttpResponse<String> post(String path, Draft body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString(body.text()))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path.replace("|", "%7C"))).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
