package org.ketamineregistry.network.outbound;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ketamineregistry.credentials.AnswerBody;
import org.ketamineregistry.credentials.NoToken;
import org.ketamineregistry.network.AnswerReader;
import org.ketamineregistry.network.Member;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.NetworkQuestion;
import org.ketamineregistry.network.NotAnAnswer;
import org.ketamineregistry.network.Reply;

/**
 * Puts a question to one member, once. The deadline travels as {@code Prefer: wait=…} (RFC 7240),
 * in seconds from now, so that no two clocks have to agree; {@code Idempotency-Key} lets a member
 * know a question again.
 */
public final class MemberClient {
  /** A report of the largest question is a hundredth of it. */
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final Optional<Identity> identity;
  private final AnswerReader answers;
  private final QuestionWriter questions;
  private final Clock clock;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * @param identity who this registry is; empty where it has no key, so that only members without
   *     tokens can be asked
   */
  public MemberClient(Optional<Identity> identity, FhirContext context, Clock clock) {
    this.identity = identity;
    this.clock = clock;
    answers = new AnswerReader(context);
    questions = new QuestionWriter(context);
  }

  /**
   * Asks, and waits for an answer.
   *
   * @param member one of the directory
   * @param key the same each time that this question is put to this member
   * @param wait how long the asker waits before the answer so far is given
   * @param patience how long a late answer is waited for, at least as long
   */
  public Reply ask(
      Member member, NetworkQuestion question, UUID key, Duration wait, Duration patience)
      throws InterruptedException {
    Line line = line(member);
    if (!line.breaker().tryAcquirePermission()) {
      return Reply.failed(
          MemberStatus.UNREACHABLE, Line.leftAlone(), "it was away, and is left alone for a while");
    }
    long start = System.nanoTime();
    Reply reply;
    try {
      reply = attempt(line, question, key, wait, patience);
    } catch (RuntimeException | InterruptedException e) {
      line.breaker().releasePermission();
      throw e;
    }
    long took = System.nanoTime() - start;
    if (reply.passing()) {
      line.breaker().onError(took, TimeUnit.NANOSECONDS, new IOException(reply.status().code()));
    } else {
      line.breaker().onSuccess(took, TimeUnit.NANOSECONDS);
    }
    return reply;
  }

  /** A member that the directory describes anew gets a new line. */
  private Line line(Member member) {
    return lines.compute(
        member.id(),
        (id, known) ->
            known != null && known.member().equals(member)
                ? known
                : new Line(member, identity, clock));
  }

  private Reply attempt(
      Line line, NetworkQuestion question, UUID key, Duration wait, Duration patience)
      throws InterruptedException {
    Member member = line.member();
    URI address =
        URI.create(member.base() + "/Measure/" + question.indicator() + "/$evaluate-protected");
    if (!member.owns(address)) {
      return Reply.ended(MemberStatus.ERROR, "the address is not one of the directory");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/fhir+json")
            .header("Accept", "application/fhir+json")
            .header("Idempotency-Key", key.toString())
            .header("Prefer", "wait=" + Math.max(1, wait.toSeconds()))
            .POST(BodyPublishers.ofString(questions.text(question)));
    if (member.tokenAddress().isPresent()) {
      if (line.tokens().isEmpty()) {
        return Reply.ended(MemberStatus.DISALLOWED, "this registry has no key to get tokens by");
      }
      try {
        request.header("Authorization", "Bearer " + line.tokens().get().token());
      } catch (NoToken e) {
        return e.isPassing()
            ? Reply.failed(MemberStatus.UNREACHABLE, Duration.ZERO, e.reason())
            : Reply.ended(MemberStatus.DISALLOWED, e.reason());
      }
    }
    return sent(line, request.build(), question, patience);
  }

  private Reply sent(Line line, HttpRequest request, NetworkQuestion question, Duration patience)
      throws InterruptedException {
    // The timeout of a request ends with the headers; this one is for the body too.
    CompletableFuture<HttpResponse<String>> answer =
        line.http().sendAsync(request, AnswerBody.of(LARGEST_ANSWER));
    try {
      return told(line, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), question);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Reply.failed(MemberStatus.TIMED_OUT, Duration.ZERO, "no answer came");
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      return failure(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static Reply failure(Throwable cause) {
    String what = cause.getClass().getSimpleName();
    if (cause instanceof AnswerBody.TooLarge) {
      return Reply.ended(MemberStatus.ERROR, "its answer is too large");
    }
    if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
      return Reply.failed(MemberStatus.TIMED_OUT, Duration.ZERO, what);
    }
    if (cause instanceof IOException) {
      return Reply.failed(
          MemberStatus.UNREACHABLE,
          Duration.ZERO,
          cause instanceof ConnectException ? "nobody listens there" : what);
    }
    throw new IllegalStateException("A member could not be asked: " + what);
  }

  private Reply told(Line line, HttpResponse<String> answer, NetworkQuestion question) {
    int status = answer.statusCode();
    String why = "it answers " + status;
    switch (status) {
      case 200:
        return read(answer.body(), question);
      case 202:
        return Reply.answered(MemberStatus.DEFERRED, "");
      case 401:
        // A token may have been taken back; another one is worth a try.
        line.tokens().ifPresent(tokens -> tokens.forget());
        return Reply.failed(MemberStatus.DISALLOWED, Duration.ZERO, why);
      case 403:
        return Reply.ended(MemberStatus.DISALLOWED, why);
      case 408, 425, 429:
        return Reply.failed(MemberStatus.ERROR, retryAfter(answer), why);
      default:
        return status >= 500 && status != 501
            ? Reply.failed(MemberStatus.ERROR, retryAfter(answer), why)
            : Reply.ended(MemberStatus.ERROR, why);
    }
  }

  private Reply read(String body, NetworkQuestion question) {
    try {
      MemberStatus status = answers.read(body, question).status();
      return status == MemberStatus.UNREACHABLE || status == MemberStatus.TIMED_OUT
          ? Reply.failed(MemberStatus.TIMED_OUT, Duration.ZERO, "it was not in time itself")
          : Reply.answered(status, body);
    } catch (NotAnAnswer e) {
      return Reply.ended(MemberStatus.ERROR, "its answer is none: " + e.words());
    }
  }

  private static Duration retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(asked -> asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked)
        .orElse(Duration.ZERO);
  }
}
