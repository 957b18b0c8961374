package org.ketamineregistry.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** Reads a Subscription: what its profile says of it is asked elsewhere, the rest here. */
public final class WishReader {
  private static final int DEFAULT_COUNT = 20;
  private static final int MOST_COUNT = 100;
  private static final long SHORTEST_HEARTBEAT = 60;
  private static final long LONGEST_HEARTBEAT = 86_400;
  private static final String CHANNEL = "Subscription.channel";

  private final EndpointRule endpoints;
  private final Duration longest;

  /**
   * @param longest how long a subscription may last
   */
  public WishReader(AddressGuard guard, Duration longest) {
    endpoints = new EndpointRule(guard);
    this.longest = longest;
  }

  /**
   * What was read.
   *
   * @param wish null where there is a problem
   * @param headers empty where none were sent
   * @param problems every one
   */
  public record Read(@Nullable Wish wish, HookHeaders headers, List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /** Reads one that was sent. */
  public Read read(Subscription sent, Instant now) {
    var problems = new ArrayList<Problem>();
    Optional<Topic> topic = Topic.named(String.valueOf(sent.getCriteria()));
    if (topic.isEmpty()) {
      problems.add(
          problem(
              ErrorCode.TOPIC_UNKNOWN,
              "Subscription.criteria",
              "The registry has no such topic. criteria is one of: "
                  + String.join(", ", Topic.canonicals())
                  + "."));
    }
    List<String> filters = values(sent.getCriteriaElement(), Backport.FILTER);
    topic
        .filter(known -> !filters.stream().allMatch(text -> Filter.of(known, text).isPresent()))
        .ifPresent(known -> problems.add(wrongFilter(known)));
    Optional<URI> endpoint = endpoints.address(String.valueOf(sent.getChannel().getEndpoint()));
    if (endpoint.isEmpty()) {
      problems.add(
          problem(
              ErrorCode.ENDPOINT_NOT_ALLOWED,
              CHANNEL + ".endpoint",
              "The hook is an address by https without user and fragment, at most 1,000 characters"
                  + " long, for example https://ehr.example/hooks/registry. Put a secret into"
                  + " channel.header."));
    }
    Optional<HookHeaders> headers =
        HookHeaders.of(sent.getChannel().getHeader().stream().map(StringType::getValue).toList());
    if (headers.isEmpty()) {
      problems.add(
          problem(
              ErrorCode.VALUE_INVALID,
              CHANNEL + ".header",
              "A header is written Name: value in printable ASCII, there are at most 5, and those of"
                  + " HTTP itself (Host, Content-Type and the like) are not set."));
    }
    PayloadContent content = content(sent, problems);
    int maxCount = (int) number(sent, Backport.MAX_COUNT, DEFAULT_COUNT, 1, MOST_COUNT, problems);
    long heartbeat =
        number(sent, Backport.HEARTBEAT, 0, SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT, problems);
    Instant end = end(sent, now, problems);
    if (!problems.isEmpty()) {
      return new Read(null, HookHeaders.none(), problems);
    }
    return new Read(
        new Wish(
            topic.orElseThrow(),
            filters,
            Objects.requireNonNullElse(sent.getReason(), ""),
            endpoint.orElseThrow(),
            content,
            maxCount,
            heartbeat == 0 ? null : Duration.ofSeconds(heartbeat),
            end),
        headers.orElseThrow(),
        List.of());
  }

  private static Problem wrongFilter(Topic topic) {
    String known =
        topic.filters().entrySet().stream()
            .map(
                one ->
                    one.getKey()
                        + " ("
                        + String.join(", ", one.getValue().stream().sorted().toList())
                        + ")")
            .sorted()
            .collect(Collectors.joining("; "));
    return problem(
        ErrorCode.FILTER_NOT_SUPPORTED,
        "Subscription.criteria",
        known.isEmpty()
            ? "This topic has no filters: leave the extension backport-filter-criteria out."
            : "A filter is written "
                + topic.focus()
                + "?name=value,value&name=value with these names and values: "
                + known
                + ".");
  }

  private static PayloadContent content(Subscription sent, List<Problem> problems) {
    String said =
        values(sent.getChannel().getPayloadElement(), Backport.CONTENT).stream()
            .findFirst()
            .orElse("");
    Optional<PayloadContent> content = PayloadContent.coded(said);
    if (content.isEmpty()) {
      problems.add(
          problem(
              ErrorCode.PAYLOAD_NOT_SUPPORTED,
              CHANNEL + ".payload",
              "A notification names what to read and never holds it: ask for empty or id-only by the"
                  + " extension backport-payload-content, and read the record with your token."));
    }
    return content.orElse(PayloadContent.EMPTY);
  }

  /** A number of an extension of the channel. */
  private static long number(
      Subscription sent,
      String url,
      long otherwise,
      long least,
      long most,
      List<Problem> problems) {
    List<String> said = values(sent.getChannel(), url);
    if (said.isEmpty()) {
      return otherwise;
    }
    String one = said.get(0);
    if (said.size() == 1 && one.matches("[0-9]{1,9}")) {
      long number = Long.parseLong(one);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(
        problem(
            ErrorCode.VALUE_INVALID,
            CHANNEL,
            "The extension "
                + url.substring(url.lastIndexOf('/') + 1)
                + " is said once, and is a number from "
                + least
                + " to "
                + most
                + "."));
    return otherwise;
  }

  private Instant end(Subscription sent, Instant now, List<Problem> problems) {
    Instant last = now.plus(longest);
    if (!sent.hasEnd()) {
      return last;
    }
    Instant end = sent.getEnd().toInstant();
    if (!end.isAfter(now) || end.isAfter(last)) {
      problems.add(
          problem(
              ErrorCode.VALUE_INVALID,
              "Subscription.end",
              "A subscription ends in the future, and at most "
                  + longest.toDays()
                  + " days from now; without an end it lasts that long. Send it again before then to"
                  + " keep it."));
    }
    return end;
  }

  /** What the extensions of an element say. */
  private static List<String> values(Element element, String url) {
    return element.getExtensionsByUrl(url).stream()
        .map(
            extension ->
                extension.getValue() instanceof PrimitiveType<?> value
                    ? String.valueOf(value.getValueAsString())
                    : "")
        .toList();
  }

  private static Problem problem(ErrorCode code, String expression, String words) {
    return Problem.at(code, expression, 0, 0, words);
  }
}
