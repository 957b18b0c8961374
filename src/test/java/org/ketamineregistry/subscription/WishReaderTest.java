package org.ketamineregistry.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** What a Subscription says beyond its profile, and which events it means. */
class WishReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private final WishReader reader =
      new WishReader(new AddressGuard(false, Set.of()), Duration.ofDays(365));
  private final Subscription sent = new Subscription();

  WishReaderTest() {
    sent.setCriteria(Topic.FINDING_CHANGED.canonical()).setReason("why");
    sent.getChannel().setEndpoint("https://ehr.example/hook").setPayload("application/fhir+json");
    content("id-only");
  }

  private void content(String code) {
    sent.getChannel().getPayloadElement().getExtension().clear();
    sent.getChannel().getPayloadElement().addExtension(Backport.CONTENT, new CodeType(code));
  }

  private void filter(String text) {
    sent.getCriteriaElement().addExtension(Backport.FILTER, new StringType(text));
  }

  private WishReader.Read read() {
    return reader.read(sent, NOW);
  }

  private Wish wish() {
    WishReader.Read read = read();
    assertThat(read.problems()).isEmpty();
    return java.util.Objects.requireNonNull(read.wish());
  }

  private void isRefused(ErrorCode code, String expression) {
    WishReader.Read read = read();
    assertThat(read.wish()).isNull();
    assertThat(read.problems())
        .singleElement()
        .returns(code, Problem::code)
        .returns(expression, Problem::expression);
  }

  @Test
  void isReadWithWhatHoldsWhereNothingIsSaid() {
    assertThat(wish())
        .returns(Topic.FINDING_CHANGED, Wish::topic)
        .returns(PayloadContent.ID_ONLY, Wish::content)
        .returns(20, Wish::maxCount)
        .returns(null, Wish::heartbeat)
        .returns(NOW.plus(Duration.ofDays(365)), Wish::endsAt);
  }

  @Test
  void everyProblemIsToldAtOnce() {
    sent.setCriteria("https://elsewhere.example/topic");
    sent.getChannel().setEndpoint("http://ehr.example/hook").addHeader("Host: elsewhere");
    content("full-resource");

    assertThat(read().problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            ErrorCode.TOPIC_UNKNOWN,
            ErrorCode.ENDPOINT_NOT_ALLOWED,
            ErrorCode.VALUE_INVALID,
            ErrorCode.PAYLOAD_NOT_SUPPORTED);
  }

  @Test
  void aRecordItselfIsNeverSent() {
    content("full-resource");
    isRefused(ErrorCode.PAYLOAD_NOT_SUPPORTED, "Subscription.channel.payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ehr.example/hook",
        "http://127.0.0.1/hook",
        "http://localhost:8080/",
        "ftp://ehr.example/",
        "file:///etc/passwd",
        "https://user:secret@ehr.example/",
        "https://ehr.example/#part",
        "https:///hook",
        "//ehr.example/hook",
        "hook",
        "https://ehr example/",
        ""
      })
  void aHookIsAnAddressByHttps(String endpoint) {
    sent.getChannel().setEndpoint(endpoint);
    isRefused(ErrorCode.ENDPOINT_NOT_ALLOWED, "Subscription.channel.endpoint");
  }

  @Test
  void inOpenModeAHookMayBeOnThisMachineByHttp() {
    var open = new WishReader(new AddressGuard(true, Set.of()), Duration.ofDays(1));
    for (String here : Set.of("http://localhost:1/", "http://127.0.0.1/x", "http://[::1]:9/")) {
      sent.getChannel().setEndpoint(here);
      assertThat(open.read(sent, NOW).problems()).as(here).isEmpty();
    }
    sent.getChannel().setEndpoint("http://localhost.evil.example/");
    assertThat(open.read(sent, NOW).problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: elsewhere.example",
        "content-type: text/plain",
        "Transfer-Encoding: chunked",
        "Proxy-Authorization: x",
        "no colon",
        "Name:",
        "Bad Name: x",
        "X: line\r\nY: smuggled",
        "X: \u00e9"
      })
  void headersOfHttpItselfAndWhatIsNoneAreRefused(String header) {
    sent.getChannel().addHeader(header);
    isRefused(ErrorCode.VALUE_INVALID, "Subscription.channel.header");
  }

  @Test
  void headersAreReadAndNotShownByAccident() {
    sent.getChannel().addHeader("Authorization: Bearer secret");

    assertThat(read().headers().all())
        .containsExactly(new HookHeaders.Header("Authorization", "Bearer secret"));
    assertThat(read().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T09:59:59Z, false",
    "2026-11-27T10:00:01Z, true",
    "2027-11-27T10:00:00Z, true",
    "2027-11-27T10:00:01Z, false"
  })
  void endsInTheFutureAndNotTooFarAway(Instant end, boolean allowed) {
    sent.setEnd(Date.from(end));
    if (allowed) {
      assertThat(wish().endsAt()).isEqualTo(end);
    } else {
      isRefused(ErrorCode.VALUE_INVALID, "Subscription.end");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "100, true", "101, false"})
  void hasABoundedNumberOfEventsInANotification(int count, boolean allowed) {
    sent.getChannel().addExtension(Backport.MAX_COUNT, new PositiveIntType(count));
    if (allowed) {
      assertThat(wish().maxCount()).isEqualTo(count);
    } else {
      isRefused(ErrorCode.VALUE_INVALID, "Subscription.channel");
    }
  }

  @ParameterizedTest
  @CsvSource({"59, false", "60, true", "86400, true", "86401, false"})
  void isToldOfSilenceNoMoreThanOnceAMinute(int seconds, boolean allowed) {
    sent.getChannel().addExtension(Backport.HEARTBEAT, new UnsignedIntType(seconds));
    if (allowed) {
      assertThat(wish().heartbeat()).isEqualTo(Duration.ofSeconds(seconds));
    } else {
      isRefused(ErrorCode.VALUE_INVALID, "Subscription.channel");
    }
  }

  @Nested
  class Filters {
    private static final Map<String, String> DOSE =
        Map.of("code", "dose-above-limit", "severity", "high", "status", "final");

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "DetectedIssue?code=dose-above-limit | true",
          "DetectedIssue?code=review-overdue,dose-above-limit | true",
          "DetectedIssue?code=review-overdue | false",
          "DetectedIssue?severity=high&status=final | true",
          "DetectedIssue?severity=high&status=cancelled | false",
          "DetectedIssue?severity=low,moderate | false"
        })
    void ofAFinding(String filter, boolean meant) {
      filter(filter);
      assertThat(wish().means(DOSE)).isEqualTo(meant);
    }

    @Test
    void areAllMet() {
      filter("DetectedIssue?severity=high");
      filter("DetectedIssue?status=cancelled");
      assertThat(wish().means(DOSE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Serious, true", "Non-serious, false"})
    void ofAnEvent(String seriousness, boolean meant) {
      sent.setCriteria(Topic.ADVERSE_EVENT_REPORTED.canonical());
      filter("AdverseEvent?seriousness=Serious");
      assertThat(wish().means(Map.of("seriousness", seriousness))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "code=dose-above-limit",
          "AdverseEvent?seriousness=Serious",
          "DetectedIssue?",
          "DetectedIssue?code",
          "DetectedIssue?code=",
          "DetectedIssue?code=no-such-rule",
          "DetectedIssue?code=review-overdue,",
          "DetectedIssue?patient=Patient/1",
          "DetectedIssue?code=review-overdue&code=course-long"
        })
    void thatTheTopicDoesNotHaveAreRefused(String filter) {
      filter(filter);
      isRefused(ErrorCode.FILTER_NOT_SUPPORTED, "Subscription.criteria");
    }

    @Test
    void areNoneForDecisionsAboutSharing() {
      sent.setCriteria(Topic.SHARING_DECISION_CHANGED.canonical());
      assertThat(wish().means(Map.of())).isTrue();
      filter("Patient?gender=female");
      isRefused(ErrorCode.FILTER_NOT_SUPPORTED, "Subscription.criteria");
    }
  }

  @Nested
  class Means {
    private final UUID clinic = UUID.randomUUID();

    private Subscribed of(@Nullable UUID owner) {
      return new Subscribed(
          UUID.randomUUID(),
          1,
          Caller.open(),
          owner,
          "base",
          wish(),
          Progress.requested(NOW),
          NOW,
          0);
    }

    private Happening happening(Topic topic, UUID owner) {
      return new Happening(1, topic, UUID.randomUUID(), owner, Map.of(), NOW);
    }

    @Test
    void theEventsOfItsTopicAtItsClinic() {
      assertThat(of(clinic).means(happening(Topic.FINDING_CHANGED, clinic))).isTrue();
      assertThat(of(clinic).means(happening(Topic.ADVERSE_EVENT_REPORTED, clinic))).isFalse();
      assertThat(of(clinic).means(happening(Topic.FINDING_CHANGED, UUID.randomUUID()))).isFalse();
    }

    @Test
    void thoseOfEveryClinicWhereItsOwnerReadsAll() {
      assertThat(of(null).means(happening(Topic.FINDING_CHANGED, clinic))).isTrue();
    }
  }
}
